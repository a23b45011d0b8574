package dev.lathe.model.data;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// The files of this package's test resources.
final class Fixtures {

    private Fixtures() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Fixtures.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
