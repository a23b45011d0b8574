package dev.lathe.model.search;

import dev.lathe.model.search.Term.AttributeTerm;
import dev.lathe.model.search.Term.ShapeTerm;
import dev.lathe.model.search.Term.TextTerm;
import dev.lathe.model.search.Term.TypeTerm;
import dev.lathe.model.search.Term.Where;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A clause with the types and attributes of a model that fulfil its term.
final class CompiledClause {
    private final Clause clause;
    private final Tables tables;
    private final Steps steps;
    private final BitSet accepted;

    CompiledClause(Clause clause, Tables tables, Steps steps) {
        this.clause = clause;
        this.tables = tables;
        this.steps = steps;
        this.accepted = accepted();
    }

    /// Whether a layer or a group fulfils the clause.
    boolean test(Hit hit) {
        if (hit.kind() == Hit.Kind.GROUP) {
            return testGroup(hit);
        }
        if (clause.term() instanceof TextTerm(Where where, _) && where == Where.GROUP) {
            return false;
        }
        return holds(hit) == clause.isPositive();
    }

    /// Whether the name of a group is what this clause asks for.
    boolean isNamed(Hit group) {
        return clause.isPositive()
                && clause.term() instanceof TextTerm(Where where, TextTest test)
                && where != Where.PLACE
                && inName(group, test).isPresent();
    }

    /// Where the term is found in a hit that fulfils it.
    Optional<Match> match(Hit hit) {
        return switch (clause.term()) {
            case TextTerm(Where where, TextTest test) -> textMatch(hit, where, test);
            case ShapeTerm term ->
                    first(hit.facts().types())
                            .flatMap(i -> Shapes.find(tables.types().get(i), term));
            case TypeTerm _ ->
                    first(hit.facts().types())
                            .map(i -> Shapes.element(tables.types().get(i)).label())
                            .map(label -> Match.all(Field.TYPE, label));
            case AttributeTerm _ ->
                    first(hit.facts().attributes())
                            .map(i -> tables.attributes().get(i).text())
                            .map(text -> Match.all(Field.ATTRIBUTE, text));
        };
    }

    /// Groups have a name and a place and nothing else. What is in a group with the name fulfils
    /// the clause too, so that two words can be a group and one in it.
    private boolean testGroup(Hit group) {
        if (!(clause.term() instanceof TextTerm(Where where, TextTest test))
                || !where.isOfGroups()) {
            return false;
        }
        boolean holds =
                (where != Where.PLACE && inName(group, test).isPresent())
                        || (where != Where.GROUP && inPlace(group, test).isPresent());
        return holds == clause.isPositive();
    }

    private boolean holds(Hit hit) {
        return switch (clause.term()) {
            case TextTerm(Where where, TextTest test) -> find(hit, where, test).isPresent();
            case ShapeTerm _, TypeTerm _ -> first(hit.facts().types()).isPresent();
            case AttributeTerm _ -> first(hit.facts().attributes()).isPresent();
        };
    }

    private Optional<Integer> first(List<Integer> numbers) {
        for (Integer number : numbers) {
            if (accepted.get(number)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private Optional<Span> find(Hit hit, Where where, TextTest test) {
        var texts = hit.facts().texts();
        return switch (where) {
            case ANY -> test.find(texts, texts.all(), steps);
            case NAME, GROUP -> test.find(texts, texts.name(), steps);
            case OPERATOR -> test.find(texts, texts.operator(), steps);
            case INPUT -> test.find(texts, texts.inputs(), steps);
            case OUTPUT -> test.find(texts, texts.outputs(), steps);
            case PLACE -> inPlace(hit, test);
        };
    }

    private Optional<Match> textMatch(Hit hit, Where where, TextTest test) {
        boolean inGroup = hit.kind() == Hit.Kind.GROUP && inName(hit, test).isEmpty();
        if (where == Where.PLACE || inGroup) {
            return inPlace(hit, test)
                    .map(part ->
                            new Match(Field.PLACE, hit.place(), part.from() - 1, part.to() - 1));
        }
        return find(hit, where, test).map(hit.facts().texts()::match);
    }

    private Optional<Span> inName(Hit hit, TextTest test) {
        return test.find(hit.facts().texts(), hit.facts().texts().name(), steps);
    }

    private Optional<Span> inPlace(Hit hit, TextTest test) {
        return test.find(hit.placeTexts(), hit.placeTexts().name(), steps);
    }

    private BitSet accepted() {
        var numbers = new BitSet();
        switch (clause.term()) {
            case TextTerm _ -> {}
            case ShapeTerm term ->
                    mark(numbers, tables.types(), type -> Shapes.find(type, term).isPresent());
            case TypeTerm(var types) ->
                    mark(numbers, tables.types(), type -> types.contains(Shapes.element(type)));
            case AttributeTerm(var name, var comparison) ->
                    mark(
                            numbers,
                            tables.attributes(),
                            fact -> isNamed(fact, name, comparison) && comparison.accepts(fact));
        }
        return numbers;
    }

    private static boolean isNamed(AttributeFact fact, String name, Comparison comparison) {
        var folded = FieldTexts.fold(fact.name());
        return comparison.equals(Comparison.NONE) ? folded.contains(name) : folded.equals(name);
    }

    private static <T> void mark(BitSet numbers, List<T> all, Predicate<T> test) {
        for (int i = 0; i < all.size(); i++) {
            if (test.test(all.get(i))) {
                numbers.set(i);
            }
        }
    }
}
