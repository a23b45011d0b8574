package dev.lathe.runner;

/// How long a timing loop runs. Each phase lasts until both its runs and its time are reached.
///
/// @param maxNanos when sampling stops even if runs are missing
public record TimingPlan(
        int warmUpRuns, long warmUpNanos, int minRuns, long minNanos, long maxNanos) {

    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("warmUpRuns", warmUpRuns)
                .with("warmUpNanos", warmUpNanos)
                .with("minRuns", minRuns)
                .with("minNanos", minNanos)
                .with("maxNanos", maxNanos);
    }

    public static TimingPlan of(JsonObject json) throws ProtocolException {
        return new TimingPlan(
                Math.toIntExact(json.number("warmUpRuns")),
                json.number("warmUpNanos"),
                Math.toIntExact(json.number("minRuns")),
                json.number("minNanos"),
                json.number("maxNanos"));
    }
}
