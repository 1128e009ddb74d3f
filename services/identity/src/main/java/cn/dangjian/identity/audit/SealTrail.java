package cn.dangjian.identity.audit;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.events.Outbox;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 封存审计: seals the heads of all chains and tells the house, so that the seal is kept elsewhere too. */
@Service
class SealTrail {

    private static final Logger log = LoggerFactory.getLogger(SealTrail.class);

    private final TrailRepository rows;
    private final AuditKeys keys;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SealTrail(TrailRepository rows, AuditKeys keys, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    @SchedulerLock(name = "seal-trail")
    void seal() {
        transaction.executeWithoutResult(status -> sealOnce());
    }

    private void sealOnce() {
        var last = rows.lock(keys.head(Chain.SEALS, 0, ""));
        var chains = rows.listHeads();
        var before = rows.findSeal(last.seq()).map(Seal::parsed).orElse(Map.of());
        if (!keys.isRight(last) || chains.stream().anyMatch(head -> isWrong(head, before))) {
            log.error("The heads of the audit trail were altered; nothing is sealed until it was looked into");
            return;
        }
        String heads = Seal.heads(chains);
        if (rows.findSeal(last.seq()).filter(seal -> seal.heads().equals(heads)).isPresent()) return;

        var at = LocalDateTime.ofInstant(clock.instant(), UTC).truncatedTo(ChronoUnit.MICROS);
        var open = new Seal(last.seq() + 1, at, heads, keys.current(), "");
        var seal = new Seal(open.seal(), at, heads, keys.current(), keys.mac(keys.current(), open.covered(last.mac())));
        rows.insert(seal);
        rows.move(keys.head(Chain.SEALS, seal.seal(), seal.mac()));
        outbox.append("identity.audit-sealed.v1", "audit:seals", seal.seal(), null, AuditSealed.of(seal));
    }

    /** Going on from a head that went backwards would make it look right. */
    private boolean isWrong(Chain head, Map<Integer, Seal.Head> before) {
        var known = before.get(head.chain());
        return !keys.isRight(head) || (known != null && known.seq() > head.seq());
    }

    /** The data of {@code contracts/events/audit-sealed.v1}. */
    record AuditSealed(long seal, String at, String mac) {

        static AuditSealed of(Seal seal) {
            return new AuditSealed(seal.seal(), seal.at().toInstant(UTC).toString(), seal.mac());
        }
    }
}
