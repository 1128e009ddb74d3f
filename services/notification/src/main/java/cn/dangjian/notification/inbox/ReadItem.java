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
    void read(long position, Scope scope) {
        InboxRefusal.UNKNOWN.unless(inbox.markRead(position, clock.instant(), scope));
    }
}
