package dev.lathe.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(30)
class FxJobsTest {
    private final FxJobs jobs = new FxJobs(FxJobs.threads());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void reportsTheResult() throws InterruptedException {
        start(_ -> "done");

        assertThat(next()).isEqualTo("success done");
    }

    @Test
    void reportsWhyTheWorkFailed() throws InterruptedException {
        start(_ -> {
            throw new IOException("no such file");
        });

        assertThat(next()).isEqualTo("failure no such file");
    }

    @Test
    void cancellingInterruptsTheWorkAndReportsNoResult() throws InterruptedException {
        var started = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var handle =
                start(_ -> {
                    started.countDown();
                    try {
                        new CountDownLatch(1).await();
                        return "never";
                    } finally {
                        interrupted.countDown();
                    }
                });
        started.await();

        WaitForAsyncUtils.waitForAsyncFx(5000, handle::cancel);

        interrupted.await();
        assertThat(next()).isEqualTo("cancelled");
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void listsAJobWithItsProgressWhileItRuns() throws InterruptedException {
        var reported = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        start(progress -> {
            progress.update(1, 4);
            reported.countDown();
            goOn.await();
            return "done";
        });
        reported.await();
        WaitForAsyncUtils.waitForFxEvents();

        var listed = jobs.running().getFirst();

        assertThat(listed.title()).isEqualTo("title");
        assertThat(listed.progressProperty().get()).isEqualTo(0.25);
        goOn.countDown();
        assertThat(next()).isEqualTo("success done");
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void jobsThatNeedTheMachineRunOneAtATime() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> {
                    jobs.startInTurn(
                            job(_ -> {
                                goOn.await();
                                return "first";
                            }));
                    jobs.startInTurn(job(_ -> "second"));
                    return true;
                });

        assertThat(heard.poll(50, TimeUnit.MILLISECONDS)).isNull();
        assertThat(jobs.running()).hasSize(2);
        goOn.countDown();

        assertThat(next()).isEqualTo("success first");
        assertThat(next()).isEqualTo("success second");
    }

    private Jobs.Handle start(Job.Work<String> work) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> jobs.start(job(work)));
    }

    private Job<String> job(Job.Work<String> work) {
        return new Job<>(
                "title",
                work,
                result -> heard.add("success " + result),
                failure -> heard.add("failure " + failure.getMessage()),
                () -> heard.add("cancelled"));
    }

    private @Nullable String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }
}
