package dev.lathe.samples.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where things are read and written.
///
/// @param images the folder of the four Fashion-MNIST files
/// @param text a UTF-8 text
/// @param work trained parameters, kept from one step to the next
/// @param samples the folder that has a folder for each sample
record Places(Path images, Path text, Path work, Path samples) {

    Path fashion() {
        return samples.resolve("fashion-cnn");
    }

    Path chars() {
        return samples.resolve("char-gru");
    }

    /// Makes the folders to write to.
    void create() throws IOException {
        Files.createDirectories(work);
        Files.createDirectories(fashion());
        Files.createDirectories(chars());
    }
}
