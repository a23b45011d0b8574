package dev.lathe.profiler.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The files below `/proc` and `/sys` in which Linux tells of the machine; on other systems there
/// are none.
///
/// @param root `/`, or a folder that stands for it
public record SystemFiles(Path root) {

    /// Those of this machine.
    public static SystemFiles ofThisMachine() {
        return new SystemFiles(Path.of("/"));
    }

    /// The lines of a file; none if it is not there.
    public List<String> lines(String path) {
        try {
            return Files.readAllLines(root.resolve(path));
        } catch (IOException e) {
            return List.of(); // the system does not say
        }
    }

    /// The first line of a file that holds one.
    public Optional<String> line(String path) {
        return lines(path).stream().map(String::strip).filter(s -> !s.isEmpty()).findFirst();
    }

    /// The number that a file holds.
    public OptionalLong number(String path) {
        var text = line(path).filter(s -> s.matches("-?\\d{1,18}"));
        return text.isPresent()
                ? OptionalLong.of(Long.parseLong(text.get()))
                : OptionalLong.empty();
    }

    /// The paths of the folders in a folder whose names begin in a way, sorted.
    public List<String> folders(String path, String prefix) {
        try (Stream<Path> entries = Files.list(root.resolve(path))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .map(name -> path + "/" + name)
                    .toList();
        } catch (IOException e) {
            return List.of(); // the system does not say
        }
    }
}
