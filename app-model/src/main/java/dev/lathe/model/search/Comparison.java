package dev.lathe.model.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the value of an attribute has to be like.
///
/// @param value in lower case
/// @param numbers the value as numbers (`3x3` are two); empty if it is no number
record Comparison(Relation relation, String value, List<Double> numbers) {

    /// Any value will do.
    static final Comparison NONE = new Comparison(Relation.NONE, "", List.of());

    Comparison {
        numbers = List.copyOf(numbers);
    }

    /// How a value is compared. Signs that others begin with come after those.
    enum Relation {
        NONE(""),
        AT_LEAST(">="),
        AT_MOST("<="),
        UNEQUAL("!="),
        EQUAL("="),
        GREATER(">"),
        LESS("<");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /// The relation whose sign a text begins with.
        static Optional<Relation> at(String text, int position) {
            return Arrays.stream(values())
                    .filter(r -> r != NONE && text.startsWith(r.sign, position))
                    .findFirst();
        }
    }

    /// A comparison with a value as it is written in a query.
    static Comparison of(Relation relation, String written) {
        var bare = written.replace("[", "").replace("]", "").replace("\"", "");
        return new Comparison(relation, FieldTexts.fold(written), Numbers.parse(bare));
    }

    boolean accepts(AttributeFact fact) {
        return switch (relation) {
            case NONE -> true;
            case EQUAL -> isEqual(fact);
            case UNEQUAL -> !isEqual(fact);
            case GREATER -> isAny(fact, 1, 1);
            case AT_LEAST -> isAny(fact, 0, 1);
            case LESS -> isAny(fact, -1, -1);
            case AT_MOST -> isAny(fact, -1, 0);
        };
    }

    private boolean isEqual(AttributeFact fact) {
        if (!fact.numbers().isEmpty()) {
            return contains(fact.numbers());
        }
        var text = FieldTexts.fold(fact.value());
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? text.equals(value.substring(1, value.length() - 1)) : text.contains(value);
    }

    /// Whether the numbers follow one another among some others.
    private boolean contains(List<Double> all) {
        for (int at = 0; !numbers.isEmpty() && at + numbers.size() <= all.size(); at++) {
            int same = 0;
            while (same < numbers.size() && isSame(numbers.get(same), all.get(at + same))) {
                same++;
            }
            if (same == numbers.size()) {
                return true;
            }
        }
        return false;
    }

    /// Equal, also if the value is a float and so not quite what is written.
    private static boolean isSame(double asked, double value) {
        return Double.compare(asked, value) == 0
                || asked == value
                || (double) (float) asked == value;
    }

    /// Whether one of the numbers of an attribute compares to the number asked for as wanted.
    private boolean isAny(AttributeFact fact, int lowest, int highest) {
        if (numbers.size() != 1) {
            return false;
        }
        double asked = numbers.getFirst();
        for (double number : fact.numbers()) {
            int sign = isSame(asked, number) ? 0 : Double.compare(number, asked);
            if (sign >= lowest && sign <= highest) {
                return true;
            }
        }
        return false;
    }
}
