package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.Feed;
import cn.dangjian.notification.feed.FeedPart;
import cn.dangjian.notification.notice.NoticeTable.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts verdicts, and whatever else units are told of what they have to do, into the inboxes of their units, in the one order of the feed; what was told before is not told again. */
@Component
public class TellVerdicts {

    private static final int LARGEST = 500;

    private final NoticeTable notices;
    private final Feed feed;
    private final Clock clock;

    TellVerdicts(NoticeTable notices, Feed feed, Clock clock) {
        this.notices = notices;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * A dispatch whose date was moved.
     *
     * @param version of the dispatch, when it came to that
     */
    public record Extension(long dispatch, long version, String reason, Instant deadline) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(List<Notice> heard) {
        if (heard.isEmpty()) return;
        long position = feed.lock();
        notices.insert(heard);
        place(heard.stream().map(Notice::dispatch).collect(Collectors.toSet()), position);
    }

    /** 延期: whoever has a task in its inbox is told that there is more time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellExtended(List<Extension> heard) {
        if (heard.isEmpty()) return;
        long position = feed.lock();
        heard.forEach(notices::insert);
        place(heard.stream().map(Extension::dispatch).collect(Collectors.toSet()), position);
    }

    /** Tells what was heard before anything else of these dispatches. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellWaiting(Collection<Long> dispatches) {
        place(dispatches, feed.lock());
    }

    /** @param position the last one given */
    private void place(Collection<Long> dispatches, long position) {
        var now = clock.instant();
        var told = notices.listWaiting(dispatches, position, now);
        if (told.isEmpty()) return;
        notices.place(told, now);
        feed.advance(told.getLast().position(), parts(told));
    }

    /** Neighbours that say the same are one part: a step of urging is told to tens of thousands. */
    private static List<FeedPart> parts(List<Told> told) {
        var parts = new ArrayList<FeedPart>();
        int from = 0;
        for (int i = 1; i <= told.size(); i++) {
            var first = told.get(from).part();
            boolean ends = i == told.size()
                    || i - from == LARGEST
                    || !told.get(i).part().message().equals(first.message());
            if (!ends) continue;
            var items = told.subList(from, i).stream()
                    .flatMap(one -> one.part().items().stream())
                    .toList();
            parts.add(new FeedPart(first.from(), told.get(i - 1).position(), first.message(), items));
            from = i;
        }
        return parts;
    }
}
