package dev.lathe.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads requests, has them worked on, and writes replies.
///
/// Requests are worked on by a thread of their own, so that the reading one notices when the host
/// goes away.
final class RequestLoop implements AutoCloseable {
    private final FrameReader requests;
    private final FrameWriter replies;
    private final Requests work;
    private final Heartbeat heartbeat;
    private int ends;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Daemon::thread);

    RequestLoop(FrameReader requests, FrameWriter replies, Path folder) {
        this.requests = requests;
        this.replies = replies;
        this.work = new Requests(folder, replies);
        this.heartbeat = new Heartbeat(replies);
    }

    /// Answers requests until the stream ends.
    void run() throws IOException {
        Future<?> last = worker.submit(() -> {});
        for (Optional<Frame> next = requests.read(); next.isPresent(); next = requests.read()) {
            last.cancel(false); // its reply has been sent, or this request would not have come
            Frame request = next.get();
            last =
                    worker.submit(() -> {
                        answer(request);
                        return null;
                    });
        }
        last.cancel(true);
    }

    private void answer(Frame request) throws IOException {
        heartbeat.begin();
        Frame reply = reply(request);
        heartbeat.end();
        replies.write(reply);
    }

    private Frame reply(Frame request) {
        try {
            return work.answer(request);
        } catch (RuntimeFailure e) {
            Frame reply = failed(String.valueOf(e.getMessage()));
            return e.isExplained() ? reply : withWords(reply);
        } catch (IOException | RuntimeException | LinkageError e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    /// Ends what the runtime has said on standard error with a line that the host can wait for.
    private Frame withWords(Frame reply) {
        String end = "end of words " + ++ends;
        System.err.println(end);
        System.err.flush();
        return new Frame(reply.header().with("wordsUntil", end));
    }

    private static Frame failed(String message) {
        return new Frame(JsonObject.EMPTY.with("reply", "failed").with("message", message));
    }

    @Override
    public void close() {
        heartbeat.close();
        worker.shutdownNow();
    }
}
