package dev.lathe.model.metric;

/// Some values, put together.
record Tally(double sum, double largest, int count) {

    static Tally of(double value) {
        return new Tally(value, value, 1);
    }

    Tally plus(Tally other) {
        return new Tally(sum + other.sum, Math.max(largest, other.largest), count + other.count);
    }

    Amount amount(Combination combination) {
        double value =
                switch (combination) {
                    case SUM -> sum;
                    case MAXIMUM -> largest;
                    case MEAN, WEIGHTED_MEAN -> sum / count;
                };
        return new Amount(value, 0, count);
    }
}
