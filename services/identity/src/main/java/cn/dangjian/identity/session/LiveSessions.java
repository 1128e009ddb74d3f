package cn.dangjian.identity.session;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.AccountId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 会话终止: which sessions go on, and who is told when a single one is over without anything else changing for its account:
 * it was signed out, or one of its tokens came twice. What ends together with what an account may do is told by
 * {@code identity.access-changed.v1}.
 */
@Service
public class LiveSessions {

    private final SessionRepository sessions;
    private final Outbox outbox;

    LiveSessions(SessionRepository sessions, Outbox outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/session-ended.v1}. */
    record SessionEnded(String session, AccountId account) {}

    public boolean isLive(String session) {
        return sessions.find(session).isPresent();
    }

    /** Whether it went on until now; then its tokens are refused by every service from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(String session) {
        var account = sessions.end(session);
        account.ifPresent(whose -> outbox.append(
                "identity.session-ended.v1", "session:" + session, 1, null, new SessionEnded(session, whose)));
        return account.isPresent();
    }
}
