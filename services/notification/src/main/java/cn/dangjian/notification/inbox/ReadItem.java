package cn.dangjian.notification.inbox;

import cn.dangjian.platform.directory.Scope;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 已读: marks something in the own inbox as read, once. */
@Service
class ReadItem {

    private final InboxRepository inbox;
    private final Clock clock;

    ReadItem(InboxRepository inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Transactional
    Outcome read(long position, Scope scope) {
        return inbox.markRead(position, clock.instant(), scope) ? new Outcome.Read() : new Outcome.NoSuchItem();
    }

    sealed interface Outcome {
        record Read() implements Outcome {}

        record NoSuchItem() implements Outcome {}
    }
}
