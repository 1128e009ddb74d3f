package cn.dangjian.local;

import cn.dangjian.testkit.server.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/** One service of the house as a process of its own, that can be stopped, killed, frozen and started again. */
public final class Service {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final ServiceEntry entry;
    private final String url;
    private final Program program;
    private final Map<String, String> environment;
    private final Path logs;
    private @Nullable ChildProcess process;

    Service(ServiceEntry entry, String url, Program program, Map<String, String> environment, Path logs) {
        this.entry = entry;
        this.url = url;
        this.program = program;
        this.environment = environment;
        this.logs = logs.toAbsolutePath();
    }

    public String name() {
        return entry.name();
    }

    /** Whether it has a schema, and with it a directory of units. */
    public boolean hasDatabase() {
        return entry.hasSchema();
    }

    /** Its own address, not the gateway's. */
    public String url() {
        return url;
    }

    public Path log() {
        return logs.resolve(name() + ".log");
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

    /** Starts the process and returns at once. Does nothing if it runs. */
    public synchronized void start() {
        if (isAlive()) return;
        process = ChildProcess.start(name(), program.command(), environment, program.folder(), log());
    }

    /** SIGTERM, and SIGKILL for whoever is still there after 20 seconds. */
    public synchronized void stop() {
        if (process != null) process.stop(STOP);
    }

    /** {@code kill -9}. */
    public synchronized void kill() {
        if (process != null) process.kill();
    }

    public synchronized void pause() {
        if (process != null) process.pause();
    }

    public synchronized void resume() {
        if (process != null) process.resume();
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** 0 if it does not run. */
    public synchronized long residentMemory() {
        return process == null ? 0 : process.residentMemory();
    }

    /**
     * Returns when the service says that it is ready.
     *
     * @throws HouseException if it ends or is not ready within three minutes; the end of its log is in the message
     */
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

    public boolean isHealthy() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    synchronized String lastLines() {
        return process == null ? "(never started)" : String.join("\n", process.lastLines(25));
    }
}
