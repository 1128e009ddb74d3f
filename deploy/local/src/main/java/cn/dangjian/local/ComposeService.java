package cn.dangjian.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A service of the compose house, all its replicas together. */
final class ComposeService implements Service {

    private static final Duration START = Duration.ofMinutes(3);

    private final ServiceEntry entry;
    private final Docker docker;
    private final Path logs;

    ComposeService(ServiceEntry entry, Docker docker, Path logs) {
        this.entry = entry;
        this.docker = docker;
        this.logs = logs;
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public boolean hasDatabase() {
        return entry.hasSchema();
    }

    /** Inside the network of the house, which this machine reaches; another one after each start. */
    @Override
    public String url() {
        return "http://" + docker.address(name()) + ":" + entry.port();
    }

    @Override
    public Path log() {
        var file = logs.resolve(name() + ".log");
        docker.writeLog(name(), file);
        return file;
    }

    @Override
    public void start() {
        docker.all(name(), "start");
    }

    @Override
    public void stop() {
        docker.all(name(), "stop");
    }

    @Override
    public void kill() {
        docker.all(name(), "kill");
    }

    @Override
    public void pause() {
        docker.all(name(), "pause");
    }

    @Override
    public void resume() {
        docker.all(name(), "unpause");
    }

    @Override
    public boolean isAlive() {
        return docker.isRunning(name());
    }

    @Override
    public void awaitHealthy() {
        try {
            Awaitility.await(name())
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(250))
                    .atMost(START)
                    .ignoreExceptions()
                    .until(this::isHealthy);
        } catch (ConditionTimeoutException e) {
            throw new HouseException(
                    name() + " is not ready after " + START.toMinutes() + " minutes: docker compose logs " + name());
        }
    }

    @Override
    public boolean isHealthy() throws IOException, InterruptedException {
        return Readiness.of(url());
    }
}
