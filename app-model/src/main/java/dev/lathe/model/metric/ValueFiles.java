package dev.lathe.model.metric;

import dev.lathe.model.work.ByteCount;
import dev.lathe.model.work.IoReason;
import dev.lathe.model.work.Progress;
import dev.lathe.model.work.SpecialFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads values of the nodes of a model from JSON files. What form a file has is seen from what is
/// in it; `docs/overlays.md` describes the forms. Nothing else is read.
public final class ValueFiles {
    private static final long MOST_BYTES = 16L << 20;
    private static final long MOST_PROFILE_BYTES = 512L << 20;
    private static final int MOST_SPACE = 4096;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private ValueFiles() {}

    /// Whether a file looks like JSON by its name, so that it is meant for here and not a model.
    public static boolean isNamedSo(Path file) {
        var name = file.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /// The sets of values in a file; at least one.
    public static List<ValueSet> read(Path file, Progress progress)
            throws ValuesException, InterruptedException {
        var name = String.valueOf(file.getFileName());
        try {
            refuseWhatIsNoFile(file, name);
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                return read(in, Files.size(file), name, progress);
            }
        } catch (IOException e) {
            throw refusal(name, IoReason.of(e), e);
        } catch (JacksonException e) {
            throw refusal(name, "it is not JSON (" + where(e) + "); give a whole JSON file", e);
        }
    }

    private static void refuseWhatIsNoFile(Path file, String name) throws ValuesException {
        if (Files.isDirectory(file)) {
            throw refusal(name, "it is a folder; give a JSON file");
        }
        var kind = SpecialFile.kind(file);
        if (kind.isPresent()) {
            throw refusal(name, "it is " + kind.get() + "; give a JSON file");
        }
    }

    private static List<ValueSet> read(InputStream in, long bytes, String name, Progress progress)
            throws IOException, ValuesException, InterruptedException {
        int first = firstCharacter(in);
        if (first == '[') {
            refuseLarge(bytes, MOST_PROFILE_BYTES, name);
            try (var parser = MAPPER.createParser(in)) {
                return List.of(RuntimeProfile.read(parser, name, progress));
            }
        }
        if (first != '{') {
            throw refusal(
                    name,
                    first < 0
                            ? "it is empty; give a JSON file with a number for each node"
                            : "it is not JSON; give a JSON file with a number for each node");
        }
        refuseLarge(bytes, MOST_BYTES, name);
        return ValueJson.sets(MAPPER.readTree(in), name);
    }

    /// The first character that is no space, which stays to be read; -1 at the end.
    private static int firstCharacter(InputStream in) throws IOException {
        in.mark(MOST_SPACE);
        int next = in.read();
        boolean hasMark = next == 0xef && in.read() == 0xbb && in.read() == 0xbf;
        next = hasMark ? in.read() : next;
        for (int i = 0; i < MOST_SPACE - 8 && next >= 0 && Character.isWhitespace(next); i++) {
            next = in.read();
        }
        in.reset();
        return next;
    }

    private static void refuseLarge(long bytes, long most, String name) throws ValuesException {
        if (bytes > most) {
            throw refusal(
                    name,
                    "it is larger than the %s that such a file may have; give one with fewer values"
                            .formatted(ByteCount.text(most)));
        }
    }

    private static String where(JacksonException e) {
        var place = e.getLocation();
        var reason = e.getOriginalMessage().lines().findFirst().orElse("");
        var brief = reason.length() > 120 ? reason.substring(0, 120) + "…" : reason;
        return place == null || place.getLineNr() < 1
                ? brief
                : "line " + place.getLineNr() + ": " + brief;
    }

    static ValuesException refusal(String name, String reason) {
        return new ValuesException("Cannot read values from " + name + ": " + reason + ".");
    }

    private static ValuesException refusal(String name, String reason, Exception cause) {
        return new ValuesException("Cannot read values from " + name + ": " + reason + ".", cause);
    }
}
