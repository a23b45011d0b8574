package dev.lathe.runner;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/// Where the runner process starts. Its only argument is its working folder, which it deletes when
/// its standard input ends.
public final class RunnerMain {
    private RunnerMain() {}

    /// Answers requests until standard input ends.
    public static void main(String[] arguments) {
        FrameWriter replies = new FrameWriter(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err); // standard output belongs to the frames
        ReusedBuffer buffer = new ReusedBuffer();
        FrameReader requests =
                new FrameReader(new FileInputStream(FileDescriptor.in), buffer::ofSize);
        int status = 0;
        try (RequestLoop loop = new RequestLoop(requests, replies, Path.of(arguments[0]))) {
            loop.run();
        } catch (IOException e) {
            System.err.println("the runner lost its host: " + e.getMessage());
            status = 1;
        }
        WorkFolder.delete(Path.of(arguments[0]));
        Runtime.getRuntime().halt(status); // a request may still be worked on
    }
}
