package dev.lathe.profiler.runner;

import dev.lathe.runner.Frame;
import dev.lathe.runner.FrameReader;
import dev.lathe.runner.FrameWriter;
import dev.lathe.runner.ProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Sends one request at a time and waits for what comes back, in a way that an interrupt or a limit
/// can end: the streams themselves are written and read by two threads of their own.
final class FrameExchange {
    private final BlockingQueue<Frame> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Thread writer;

    /// What came from the process.
    sealed interface Arrival {
        record Reply(Frame frame) implements Arrival {}

        record Broken(IOException reason) implements Arrival {}

        record Ended() implements Arrival {}
    }

    FrameExchange(OutputStream out, InputStream in) {
        writer =
                Thread.ofPlatform()
                        .daemon()
                        .name("runner-requests")
                        .start(() -> write(new FrameWriter(out)));
        Thread.ofPlatform()
                .daemon()
                .name("runner-replies")
                .start(() -> read(new FrameReader(in, ByteBuffer::allocate)));
    }

    /// Ends the writing thread; the reading one ends with the process.
    void close() {
        writer.interrupt();
    }

    void send(Frame request) {
        requests.add(request);
    }

    /// The next frame; empty if none comes in time.
    Optional<Arrival> receive(Duration limit) throws InterruptedException {
        return Optional.ofNullable(arrivals.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    private void write(FrameWriter writer) {
        try {
            while (true) {
                writer.write(requests.take());
            }
        } catch (IOException e) {
            arrivals.add(new Arrival.Ended());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(FrameReader reader) {
        try {
            for (var next = reader.read(); next.isPresent(); next = reader.read()) {
                arrivals.add(new Arrival.Reply(next.get()));
            }
            arrivals.add(new Arrival.Ended());
        } catch (ProtocolException e) {
            arrivals.add(new Arrival.Broken(e));
        } catch (IOException e) {
            arrivals.add(new Arrival.Ended());
        }
    }
}
