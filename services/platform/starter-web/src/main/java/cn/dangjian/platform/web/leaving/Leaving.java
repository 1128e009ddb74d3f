package cn.dangjian.platform.web.leaving;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Holds up the stop of the service while those who ask it learn that it leaves: a connection that was closed while a request
 * was on its way would be a request lost.
 */
class Leaving implements SmartLifecycle {

    private final Duration pause;
    private volatile boolean running;

    Leaving(LeavingSettings settings) {
        this.pause = settings.pause();
    }

    boolean hasBegun() {
        return !running;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Beside what else stops first: listeners finish their poll in the same time. */
    @Override
    public void stop(Runnable done) {
        Thread.ofVirtual().name("leaving").start(() -> {
            stop();
            done.run();
        });
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Together with the listeners of events, long before the door closes. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }
}
