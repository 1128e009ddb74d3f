package cn.dangjian.testkit.server;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** A container as a server: after the first start it is the same container that stops and starts, with its data. */
final class ContainerServer implements Server {

    private final String name;
    private final GenericContainer<?> container;

    ContainerServer(String name, GenericContainer<?> container) {
        this.name = name;
        this.container = container;
    }

    @Override
    public String name() {
        return name;
    }

    /** A restart returns when the container runs; clients find out by themselves when it answers. */
    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else if (!isAlive()) {
            var client = DockerClientFactory.lazyClient();
            client.startContainerCmd(container.getContainerId()).exec();
        }
    }

    @Override
    public void stop() {
        if (!isAlive()) return;
        DockerClientFactory.lazyClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(20)
                .exec();
    }

    @Override
    public void kill() {
        if (!isAlive()) return;
        DockerClientFactory.lazyClient()
                .killContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void pause() {
        DockerClientFactory.lazyClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void resume() {
        DockerClientFactory.lazyClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public boolean isAlive() {
        return container.getContainerId() != null && container.isRunning();
    }

    @Override
    public long residentMemory() {
        return 0;
    }
}
