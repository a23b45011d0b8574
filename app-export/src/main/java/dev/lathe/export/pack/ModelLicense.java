package dev.lathe.export.pack;

/// The licence of the model itself.
///
/// @param text the whole licence, or what is known of it
public record ModelLicense(String text) {}
