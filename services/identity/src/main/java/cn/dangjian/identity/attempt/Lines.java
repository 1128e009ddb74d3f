package cn.dangjian.identity.attempt;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Attempts of one login from one place, one after the other: those that come at the same time wait until it is known how
 * the one before ended. Of one address only so many may wait, so that waiting takes no place from others.
 */
@Component
class Lines {

    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private final AttemptSettings settings;

    Lines(AttemptSettings settings) {
        this.settings = settings;
    }

    private static final class Line {
        private final Semaphore turn = new Semaphore(1, true);
        private int standing;
    }

    /** Whoever has his turn; the next one's begins when it is closed. */
    final class Place implements AutoCloseable {

        private final String line;
        private final String address;

        private Place(String line, String address) {
            this.line = line;
            this.address = address;
        }

        @Override
        public void close() {
            leave(line, address, true);
        }
    }

    /** @throws cn.dangjian.platform.web.problem.ProblemException 429 {@code sign-in.wait} if the turn does not come */
    Place stand(String line, String address) {
        var turn = enter(line, address).turn;
        boolean mine = false;
        try {
            mine = turn.tryAcquire(settings.line().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!mine) {
            leave(line, address, false);
            throw new WaitException(settings.patience());
        }
        return new Place(line, address);
    }

    private synchronized Line enter(String line, String address) {
        if (waiting.getOrDefault(address, 0) >= settings.waiting()) throw new WaitException(settings.patience());
        waiting.merge(address, 1, Integer::sum);
        var found = lines.computeIfAbsent(line, any -> new Line());
        found.standing++;
        return found;
    }

    private synchronized void leave(String line, String address, boolean hadTurn) {
        waiting.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        lines.computeIfPresent(line, (any, found) -> {
            if (hadTurn) found.turn.release();
            return --found.standing == 0 ? null : found;
        });
    }
}
