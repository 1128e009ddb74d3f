package cn.dangjian.local;

import cn.dangjian.testkit.server.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/** A service as a process of this machine. */
final class LocalService implements Service {

    /** A machine that builds beside it is slow. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration STOP = Duration.ofSeconds(20);
    private final ServiceEntry entry;
    private final String url;
    private final Program program;
    private final Map<String, String> environment;
    private final Path logs;
    private @Nullable ChildProcess process;

    LocalService(ServiceEntry entry, String url, Program program, Map<String, String> environment, Path logs) {
        this.entry = entry;
        this.url = url;
        this.program = program;
        this.environment = environment;
        this.logs = logs.toAbsolutePath();
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public boolean hasDatabase() {
        return entry.hasSchema();
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Path log() {
        return logs.resolve(name() + ".log");
    }

    int heapMegabytes() {
        return entry.heapMegabytes();
    }

    boolean isTrained() {
        return program.isTrained();
    }

    /** Makes its next start a fast one: learns which classes it needs. */
    void train() {
        program.train(environment);
    }

    void abortPreparation() {
        program.abort();
    }

    void extract() {
        program.extract();
    }

    @Override
    public synchronized void start() {
        if (isAlive()) return;
        process = ChildProcess.start(name(), program.command(), environment, program.folder(), log());
    }

    /** SIGTERM, and SIGKILL for whoever is still there after 20 seconds. */
    @Override
    public synchronized void stop() {
        if (process != null) process.stop(STOP);
    }

    @Override
    public synchronized void kill() {
        if (process != null) process.kill();
    }

    @Override
    public synchronized void pause() {
        if (process != null) process.pause();
    }

    @Override
    public synchronized void resume() {
        if (process != null) process.resume();
    }

    @Override
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public void awaitHealthy() {
        try {
            Awaitility.await(name())
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(150))
                    .atMost(START)
                    .ignoreExceptions()
                    .failFast(name() + " ended", () -> !isAlive())
                    .until(this::isHealthy);
        } catch (TerminalFailureException e) {
            throw new HouseException(name() + " ended while it started. The end of " + log() + ":\n" + lastLines());
        } catch (ConditionTimeoutException e) {
            throw new HouseException(name() + " is not ready after " + START.toMinutes() + " minutes. The end of "
                    + log() + ":\n" + lastLines());
        }
    }

    @Override
    public boolean isHealthy() throws IOException, InterruptedException {
        return Readiness.of(url);
    }

    synchronized String lastLines() {
        return process == null ? "(never started)" : String.join("\n", process.lastLines(25));
    }
}
