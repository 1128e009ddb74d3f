package cn.dangjian.push.ended;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What has ended within the life of an access token; asked for each stream that opens, so in memory. */
@Component
public class EndedAccess {

    private final Map<String, Version> versions = new ConcurrentHashMap<>();
    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private volatile boolean complete;

    private record Version(long least, Instant heard) {}

    /** Whether everything is known that ended before push was started. */
    public boolean isComplete() {
        return complete;
    }

    public boolean isOver(Access access) {
        String session = access.session();
        if (session != null && sessions.containsKey(session)) return true;
        var known = versions.get(access.account());
        Long version = access.version();
        return known != null && version != null && version < known.least();
    }

    /** What ended while nobody listened is not known yet. */
    void begin() {
        complete = false;
    }

    void completed() {
        complete = true;
    }

    /** From now on a token of the account must say at least that version. */
    void changed(String account, long version, Instant at) {
        versions.merge(account, new Version(version, at), (old, heard) -> heard.least() >= old.least() ? heard : old);
    }

    void ended(String session, Instant at) {
        sessions.put(session, at);
    }

    /** Forgets what no living token can be behind. */
    void forget(Instant before) {
        versions.values().removeIf(known -> known.heard().isBefore(before));
        sessions.values().removeIf(heard -> heard.isBefore(before));
    }
}
