package cn.dangjian.member.person.record;

import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.platform.directory.Tier;
import java.util.Arrays;

/**
 * What may be written down by hand, and from which tier on. What ends a membership against somebody's will, and moves, are
 * not among it: they come from cases and transfers.
 */
enum Entry {
    /** 类别变更. */
    CLASSED(EventKind.CLASSED, Tier.BRANCH, false),
    /** 去世. */
    DIED(EventKind.DIED, Tier.BRANCH, false),
    /** 退党: he asked for it himself. */
    WITHDREW(EventKind.WITHDREW, Tier.TOWNSHIP, true),
    /** 开除党籍: decided by discipline inspection, outside this platform. */
    EXPELLED(EventKind.EXPELLED, Tier.COUNTY, true),
    /** 恢复党籍. */
    RESTORED(EventKind.RESTORED, Tier.TOWNSHIP, true),
    /** What was left out when the file was opened (补录). */
    APPLIED(EventKind.APPLIED, Tier.TOWNSHIP, true),
    ACTIVIST(EventKind.ACTIVIST, Tier.TOWNSHIP, true),
    OBJECT(EventKind.OBJECT, Tier.TOWNSHIP, true),
    ADMITTED(EventKind.ADMITTED, Tier.TOWNSHIP, true),
    FULL(EventKind.FULL, Tier.TOWNSHIP, true);

    private final EventKind kind;
    private final Tier lowest;
    private final boolean documented;

    Entry(EventKind kind, Tier lowest, boolean documented) {
        this.kind = kind;
        this.lowest = lowest;
        this.documented = documented;
    }

    EventKind kind() {
        return kind;
    }

    /** The lowest tier from which it is written down. */
    Tier lowest() {
        return lowest;
    }

    /** The lowest tier from which what was written down of this kind is taken back: who may write it, a township at least. */
    static Tier lowestToUndo(EventKind kind) {
        return Arrays.stream(values())
                .filter(entry -> entry.kind == kind && entry.lowest.compareTo(Tier.TOWNSHIP) < 0)
                .map(Entry::lowest)
                .findFirst()
                .orElse(Tier.TOWNSHIP);
    }

    /** Whether it is what old papers say (补录), and comes from development otherwise. */
    boolean isOfOldPapers() {
        return switch (this) {
            case APPLIED, ACTIVIST, OBJECT, ADMITTED, FULL -> true;
            case CLASSED, DIED, WITHDREW, EXPELLED, RESTORED -> false;
        };
    }

    /** Whether a document must be named. */
    boolean isDocumented() {
        return documented;
    }
}
