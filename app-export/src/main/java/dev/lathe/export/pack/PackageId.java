package dev.lathe.export.pack;

import dev.lathe.export.target.ExportTarget;
import java.util.regex.Pattern;

/// What a package is called.
///
/// @param name letters, digits, `.`, `_` and `-`, beginning with a letter or digit
/// @param version as `name`
public record PackageId(String name, ExportTarget target, String version) {
    private static final int MAX_LENGTH = 100;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /// @throws IllegalArgumentException with a clause for people if name or version cannot be used
    public PackageId {
        check("name", name);
        check("version", version);
    }

    /// The nearest name that a package can have.
    public static String nameFor(String text) {
        String name = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String shortened = name.substring(0, Math.min(name.length(), MAX_LENGTH));
        return shortened.isEmpty() ? "model" : shortened;
    }

    /// The name of the file, `NAME-TARGET-VERSION.zip`.
    public String fileName() {
        return this + ".zip";
    }

    /// `NAME-TARGET-VERSION`.
    @Override
    public String toString() {
        return name + "-" + target.word() + "-" + version;
    }

    private static void check(String field, String text) {
        if (!WORD.matcher(text).matches() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the "
                            + field
                            + " '"
                            + text
                            + "' must be of letters, digits, '.', '_' and '-', begin with a letter"
                            + " or digit and be no longer than "
                            + MAX_LENGTH);
        }
    }
}
