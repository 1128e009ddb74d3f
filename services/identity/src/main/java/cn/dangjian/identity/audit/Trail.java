package cn.dangjian.identity.audit;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.platform.web.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 审计留痕: writes deeds down in the transaction that does them, or the deed is not done.
 *
 * <p>Call it last: it holds the chain of whoever acts until the transaction ends.
 */
@Service
public class Trail {

    /** Deeds of one account stand in one chain, so that eight times as many can be written at a time. */
    static final int CHAINS = 8;

    private final TrailRepository rows;
    private final AuditKeys keys;
    private final Clock clock;

    Trail(TrailRepository rows, AuditKeys keys, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Deed deed) {
        recordAll(List.of(deed));
    }

    /** Deeds that another service told before are left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<Deed> deeds) {
        // in the order of the chains, so that two transactions never wait for each other
        deeds.stream().collect(groupingBy(Trail::chain, TreeMap::new, toList())).forEach(this::append);
    }

    private void append(int number, List<Deed> deeds) {
        var head = head(number);
        var fresh = fresh(deeds);
        var entries = new ArrayList<Entry>();
        long seq = head.seq();
        String before = head.mac();
        for (var deed : fresh) {
            var open = entry(number, ++seq, deed);
            var entry = open.with(keys.mac(keys.current(), open.covered(before)));
            entries.add(entry);
            before = entry.mac();
        }
        if (entries.isEmpty()) return;
        rows.insert(entries);
        rows.move(keys.head(number, seq, before));
    }

    /** Writing behind a head that somebody else has set would make it look right again. */
    Chain head(int number) {
        var head = rows.lock(keys.head(number, 0, ""));
        if (!keys.isRight(head)) throw new ProblemException(SERVICE_UNAVAILABLE, "audit.broken");
        return head;
    }

    private List<Deed> fresh(List<Deed> deeds) {
        var told = deeds.stream().filter(deed -> deed.source() != null).toList();
        if (told.isEmpty()) return deeds;
        var known = new HashSet<>(rows.listKnown(
                told.getFirst().service(), told.stream().map(Trail::source).toList()));
        return deeds.stream().filter(deed -> known.add(source(deed))).toList();
    }

    private static String source(Deed deed) {
        return String.valueOf(deed.source());
    }

    private Entry entry(int chain, long seq, Deed deed) {
        var account = deed.who().account();
        return new Entry(
                chain,
                seq,
                utc(deed.at()),
                deed.service(),
                deed.source() == null ? null : source(deed),
                deed.kind().name(),
                deed.act(),
                account == null ? null : account.value(),
                deed.who().post(),
                deed.who().mandate(),
                deed.thing(),
                deed.thingId(),
                deed.purpose(),
                keys.current(),
                "");
    }

    private LocalDateTime utc(@Nullable Instant at) {
        return LocalDateTime.ofInstant(at == null ? clock.instant() : at, UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static int chain(Deed deed) {
        var account = deed.who().account();
        return account == null ? 0 : (int) Math.floorMod(account.value(), (long) CHAINS);
    }
}
