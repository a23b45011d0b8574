package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Einsum: letters name dimensions, an ellipsis stands for broadcast ones.
final class EinsumRules {

    private EinsumRules() {}

    static void register(RuleBook book) {
        book.standard(EinsumRules::einsum, "Einsum");
    }

    private static void einsum(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var equation = call.node().stringAttribute("equation", "").replace(" ", "");
        int arrow = equation.indexOf("->");
        var terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
        if (terms.length != call.inputs()) {
            throw new NotInferableException();
        }
        var letters = new HashMap<Character, Dimension>();
        var ellipsis = Shape.SCALAR;
        for (int i = 0; i < terms.length; i++) {
            ellipsis = Broadcast.of(ellipsis, read(terms[i], call.shape(i), letters));
        }
        var result = arrow < 0 ? implicit(terms) : equation.substring(arrow + 2);
        call.give(0, call.element(0), written(result, letters, ellipsis));
    }

    /// Notes the dimensions of the letters of a term; gives those of its ellipsis.
    private static Shape read(String term, Shape shape, Map<Character, Dimension> letters)
            throws NotInferableException {
        int dots = term.indexOf("...");
        int count = dots < 0 ? 0 : shape.rank() - (term.length() - 3);
        if (count < 0 || (dots < 0 && shape.rank() != term.length())) {
            throw new NotInferableException();
        }
        int axis = 0;
        List<Dimension> inEllipsis = List.of();
        for (int i = 0; i < term.length(); i++) {
            if (i == dots) {
                inEllipsis = shape.dimensions().subList(axis, axis + count);
                axis += count;
                i += 2;
                continue;
            }
            var dimension = shape.get(axis++);
            var known = letters.get(term.charAt(i));
            letters.put(term.charAt(i), known == null ? dimension : Broadcast.of(known, dimension));
        }
        return new Shape(inEllipsis);
    }

    /// Without an arrow: the ellipsis, then in alphabetical order the letters that occur once.
    private static String implicit(String[] terms) {
        var counts = new TreeMap<Character, Integer>();
        boolean dots = false;
        for (String term : terms) {
            dots |= term.contains("...");
            for (char letter : term.replace("...", "").toCharArray()) {
                counts.merge(letter, 1, Integer::sum);
            }
        }
        var result = new StringBuilder(dots ? "..." : "");
        counts.forEach((letter, count) -> {
            if (count == 1) {
                result.append(letter.charValue());
            }
        });
        return result.toString();
    }

    private static Shape written(String term, Map<Character, Dimension> letters, Shape ellipsis) {
        var result = new ArrayList<Dimension>();
        for (int i = 0; i < term.length(); i++) {
            if (term.startsWith("...", i)) {
                result.addAll(ellipsis.dimensions());
                i += 2;
            } else {
                result.add(letters.getOrDefault(term.charAt(i), Dimension.UNKNOWN));
            }
        }
        return new Shape(result);
    }
}
