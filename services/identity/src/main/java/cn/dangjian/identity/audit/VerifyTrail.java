package cn.dangjian.identity.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 审计校验: follows every chain from its first row to its head and says where the first link is broken. */
@Service
class VerifyTrail {

    private static final int CHUNK = 2000;

    private final TrailRepository rows;
    private final AuditKeys keys;

    VerifyTrail(TrailRepository rows, AuditKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** What a link can be. */
    enum Flaw {
        /** A row is not where it must be. */
        MISSING,
        /** A row, its place or its mac is not what was written. */
        ALTERED,
        /** There are fewer rows, or more, than the head says. */
        TRUNCATED,
        /** The head is not what was written. */
        HEAD_ALTERED,
        /** Rows that were sealed are gone, or others stand in their place. */
        ROLLED_BACK
    }

    /** The first broken link; chain -1 is that of the seals. */
    record Broken(int chain, long seq, Flaw flaw) {}

    /** How far the trail was followed, and whether it holds. */
    record Report(
            boolean intact,
            long entries,
            long seals,
            @Nullable String lastMac,
            @Nullable Broken broken) {}

    /** A seal as it was kept elsewhere. */
    record Kept(long seal, String mac) {}

    /** One snapshot: whoever writes meanwhile is not in the way. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Report verify(@Nullable Kept kept) {
        var walk = new Walk();
        // the chains first: a row that is gone is called missing whether it was sealed or not
        Broken broken = chains(walk);
        if (broken == null) broken = seals(walk, kept);
        return new Report(broken == null, walk.entries, walk.seals, walk.lastMac, broken);
    }

    /** How far we are. */
    private static final class Walk {
        private long entries;
        private long seals;
        private @Nullable String lastMac;
        private Map<Integer, Seal.Head> sealed = Map.of();
    }

    private @Nullable Broken seals(Walk walk, @Nullable Kept kept) {
        String before = "";
        List<Seal> chunk;
        do {
            chunk = rows.listSeals(walk.seals, CHUNK);
            for (var seal : chunk) {
                if (seal.seal() != walk.seals + 1) return broken(walk.seals + 1, Flaw.MISSING);
                if (!keys.isRight(seal.mac(), seal.keyName(), seal.covered(before))) {
                    return broken(seal.seal(), Flaw.ALTERED);
                }
                if (kept != null && kept.seal() == seal.seal() && !kept.mac().equals(seal.mac())) {
                    return broken(seal.seal(), Flaw.ROLLED_BACK);
                }
                var lost = lost(seal, walk.sealed);
                if (lost != null) return lost;
                before = seal.mac();
                walk.sealed = seal.parsed();
                walk.seals = seal.seal();
            }
        } while (chunk.size() == CHUNK);
        walk.lastMac = walk.seals == 0 ? null : before;
        if (kept != null && kept.seal() > walk.seals) return broken(kept.seal(), Flaw.ROLLED_BACK);
        return end(Chain.SEALS, walk.seals, before);
    }

    /** Each row that a seal remembers has to stand where it stood. */
    private @Nullable Broken lost(Seal seal, Map<Integer, Seal.Head> before) {
        var parsed = seal.parsed();
        var all = new HashMap<>(before);
        all.putAll(parsed);
        for (var chain : all.entrySet()) {
            var now = parsed.get(chain.getKey());
            var then = before.get(chain.getKey());
            if (now == null || (then != null && then.seq() > now.seq())) {
                return new Broken(chain.getKey(), chain.getValue().seq(), Flaw.ROLLED_BACK);
            }
            if (now.seq() == 0 || now.equals(then)) continue;
            var mac = rows.findMac(chain.getKey(), now.seq());
            if (mac.filter(now.mac()::equals).isEmpty()) {
                return new Broken(chain.getKey(), now.seq(), Flaw.ROLLED_BACK);
            }
        }
        return null;
    }

    private @Nullable Broken chains(Walk walk) {
        for (int chain : rows.listChains()) {
            var broken = chain(chain, walk);
            if (broken != null) return broken;
        }
        return null;
    }

    private @Nullable Broken chain(int chain, Walk walk) {
        long seq = 0;
        String before = "";
        List<Entry> chunk;
        do {
            chunk = rows.listEntries(chain, seq, CHUNK);
            for (var entry : chunk) {
                if (entry.seq() != seq + 1) return new Broken(chain, seq + 1, Flaw.MISSING);
                if (!keys.isRight(entry.mac(), entry.keyName(), entry.covered(before))) {
                    return new Broken(chain, entry.seq(), Flaw.ALTERED);
                }
                before = entry.mac();
                seq = entry.seq();
                walk.entries++;
            }
        } while (chunk.size() == CHUNK);
        return end(chain, seq, before);
    }

    /** Whether the head names the last row that there is. */
    private @Nullable Broken end(int chain, long seq, String mac) {
        var head = rows.findHead(chain);
        if (head.isEmpty()) return seq == 0 ? null : new Broken(chain, seq, Flaw.HEAD_ALTERED);
        if (!keys.isRight(head.get())) return new Broken(chain, seq, Flaw.HEAD_ALTERED);
        if (head.get().seq() != seq)
            return new Broken(chain, Math.min(head.get().seq(), seq) + 1, Flaw.TRUNCATED);
        return head.get().mac().equals(mac) ? null : new Broken(chain, seq, Flaw.HEAD_ALTERED);
    }

    private static Broken broken(long seal, Flaw flaw) {
        return new Broken(Chain.SEALS, seal, flaw);
    }
}
