package cn.dangjian.push.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Follows the feed from where it stood at the start. Positions are dense: what Redis did not bring is seen as a gap and
 * asked for; while Redis is away, or has just come back, notification is asked every second, and now and then anyway.
 *
 * <p>Everything happens on one thread, so that items go out in order and no state needs a lock.
 */
@Component
public class Feed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final long UNKNOWN = -1;

    private final Notification notification;
    private final RedisChannel redis;
    private final FeedObserver observer;
    private final FeedSettings settings;
    private final Clock clock;
    private final Scheduler thread = Schedulers.newSingle("feed", true);
    private Disposable.Composite work = Disposables.composite();
    private volatile boolean running;
    private volatile long last = UNKNOWN;
    private long seen = UNKNOWN;
    private boolean asking;
    private boolean away;
    private Instant checked = Instant.MIN;

    Feed(Notification notification, RedisChannel redis, FeedObserver observer, FeedSettings settings, Clock clock) {
        this.notification = notification;
        this.redis = redis;
        this.observer = observer;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last position told to the observer; empty as long as notification has never answered. */
    public OptionalLong last() {
        long position = last;
        return position == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(position);
    }

    private void heard(FeedPart part) {
        seen = Math.max(seen, part.to());
        if (last == UNKNOWN || asking || part.to() <= last) return;
        if (part.from() > last + 1) {
            ask();
        } else {
            tell(part.after(last), part.to());
        }
    }

    private void tick() {
        boolean due = !checked.plus(settings.check()).isAfter(clock.instant());
        if (last == UNKNOWN || due || !redis.isSteady()) ask();
    }

    private void ask() {
        if (asking) return;
        asking = true;
        if (last == UNKNOWN) {
            work.add(notification.head().publishOn(thread).subscribe(this::begin, this::failed));
        } else {
            work.add(
                    notification.feed(last, settings.page()).publishOn(thread).subscribe(this::answered, this::failed));
        }
    }

    private void begin(long head) {
        asking = false;
        answers();
        last = head;
        if (seen > last) ask();
    }

    private void answered(Notification.Page page) {
        asking = false;
        answers();
        if (page.head() < last) {
            log.warn("The feed stands at {} but was at {}: following it from there", page.head(), last);
            last = page.head();
            seen = last;
            return;
        }
        boolean moved = page.to() > last;
        tell(page.items(), page.to());
        if (moved && last < Math.max(page.head(), seen)) ask();
        else if (!moved) seen = last;
    }

    private void failed(Throwable error) {
        asking = false;
        if (!away) log.warn("Notification does not answer: {}", error.toString());
        away = true;
    }

    private void answers() {
        checked = clock.instant();
        if (away) log.info("Notification answers again");
        away = false;
    }

    private void tell(List<Item> items, long to) {
        if (!items.isEmpty()) observer.delivered(items);
        last = Math.max(last, to);
    }

    @Override
    public void start() {
        running = true;
        work = Disposables.composite();
        work.add(redis.parts().publishOn(thread).subscribe(this::heard));
        work.add(thread.schedulePeriodically(this::tick, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() {
        running = false;
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Follows the feed before the doors open, and until they have closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
