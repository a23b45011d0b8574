package dev.lathe.model.edit;

import java.util.List;

/// What an edit did.
///
/// @param changed layer names
public record EditReport(List<String> changed, List<Refusal> refused) {

    public EditReport {
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
    }

    /// A selected layer that was left as it was.
    ///
    /// @param reason a clause for people, without a full stop
    public record Refusal(String layer, String reason) {}
}
