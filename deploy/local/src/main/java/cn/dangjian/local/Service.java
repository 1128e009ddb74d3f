package cn.dangjian.local;

import java.io.IOException;
import java.nio.file.Path;

/** One service of the house, that can be stopped, killed, frozen and started again. */
public interface Service {

    String name();

    /** Whether it has a schema, and with it a directory of units. */
    boolean hasDatabase();

    /** Its own address, not the gateway's. */
    String url();

    Path log();

    /** Starts it and returns at once. Does nothing if it runs. */
    void start();

    /** Ends it as an operator does, in time or by force. */
    void stop();

    /** {@code kill -9}. */
    void kill();

    void pause();

    void resume();

    boolean isAlive();

    /**
     * Returns when the service says that it is ready.
     *
     * @throws HouseException if it ends or is not ready within three minutes; the end of its log is in the message
     */
    void awaitHealthy();

    boolean isHealthy() throws IOException, InterruptedException;
}
