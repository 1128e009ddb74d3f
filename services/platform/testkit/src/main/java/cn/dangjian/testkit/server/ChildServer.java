package cn.dangjian.testkit.server;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/** What the embedded servers have in common: a child process, and a question in their own protocol. */
abstract class ChildServer implements Server {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(20);

    private @Nullable ChildProcess process;

    /** Makes the data folder if it is not there, and starts the process. */
    abstract ChildProcess launch();

    /** Asks the server something in its own protocol; false or an exception if it does not answer yet. */
    abstract boolean answers() throws Exception;

    @Override
    public synchronized void start() {
        if (isAlive()) return;
        var started = launch();
        process = started;
        try {
            Awaitility.await(name())
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(START)
                    .ignoreExceptions()
                    .failFast(name() + " ended", () -> !started.isAlive())
                    .until(this::answers);
        } catch (TerminalFailureException e) {
            throw new IllegalStateException(
                    name() + " ended while starting:\n" + String.join("\n", started.lastLines(20)), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (process == null) return;
        process.stop(STOP);
        process = null;
    }

    @Override
    public synchronized void kill() {
        if (process == null) return;
        process.kill();
        process = null;
    }

    @Override
    public synchronized void pause() {
        running().pause();
    }

    @Override
    public synchronized void resume() {
        running().resume();
    }

    @Override
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    private ChildProcess running() {
        if (process == null) throw new IllegalStateException(name() + " does not run");
        return process;
    }
}
