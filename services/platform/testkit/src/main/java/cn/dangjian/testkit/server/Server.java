package cn.dangjian.testkit.server;

/** One server that can be stopped, killed, frozen and started again, on the same port and with the same data. */
public interface Server {

    String name();

    /** Starts the server and returns when it answers its own protocol. Does nothing if it runs. */
    void start();

    /** Asks the server to stop and waits until it is gone. Does nothing if it does not run. */
    void stop();

    /** Ends the server as a power cut would: {@code kill -9}. */
    void kill();

    /** Freezes the server ({@code SIGSTOP}): connections stay open and nothing answers. */
    void pause();

    /** Thaws a paused server ({@code SIGCONT}). */
    void resume();

    boolean isAlive();
}
