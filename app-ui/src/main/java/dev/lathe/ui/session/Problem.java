package dev.lathe.ui.session;

import java.time.Instant;

/// Something that did not work, in one sentence for people.
public record Problem(String sentence, Instant at) {}
