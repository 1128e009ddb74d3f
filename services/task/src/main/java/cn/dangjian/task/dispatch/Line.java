package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a dispatch stands in the chain of those that relay one task (流水).
 *
 * @param parent the assignment that it breaks down; null of a root
 * @param root the dispatch at which the chain begins: the lineage
 * @param chain the ids of all from the root to this one, {@code /12/40/}; up to the one above while it has no id
 * @param depth 0 for the root
 * @param early why its deadline is before the one above; null if it is not
 * @param demands what a root says beside its text
 */
public record Line(
        @Nullable Long parent,
        DispatchId root,
        String chain,
        int depth,
        Mode mode,
        @Nullable Early early,
        Relayed demands) {

    /** How a task goes down. */
    public enum Mode {
        /** 直派: to whoever fits the target. */
        DIRECT,
        /** 逐级转派: to the next tier of organisations, each of which is expected to forward it. */
        RELAY
    }

    /** Whose task it is in the first place (TSK-21). */
    public enum Level {
        /** 中央. */
        CENTRAL,
        /** 省. */
        PROVINCE,
        /** 市. */
        CITY,
        /** 县. */
        COUNTY,
        /** 本级. */
        OWN
    }

    /**
     * That a unit asks for something earlier than it has to hand it in itself.
     *
     * @param above the unit that dispatched what it breaks down, and is told
     */
    public record Early(String reason, UnitId above) {}

    /** The document from which a task comes (来源文件). */
    public record Origin(
            @NotNull Level level,
            @Nullable @Stripped @Size(max = 100) String number,
            @Nullable @Stripped @Size(max = 200) String title,
            @Nullable LocalDate day) {}

    /**
     * What a root says of the whole chain.
     *
     * @param personRequired whether a unit without parts names a responsible person before it hands in (F-39)
     * @param allRequired whether a unit hands in only when all its parts are approved
     */
    public record Relayed(
            @Nullable Mode mode,
            @Nullable @Valid Origin origin,
            @Nullable Boolean personRequired,
            @Nullable Boolean allRequired) {

        static final Relayed NOTHING = new Relayed(null, null, null, null);
    }

    @Nullable
    String earlyReason() {
        return early == null ? null : early.reason();
    }

    /** Of a root that has no id yet. */
    static Line root(Relayed demands) {
        var mode = demands.mode();
        return new Line(null, new DispatchId(0), "/", 0, mode == null ? Mode.DIRECT : mode, null, demands);
    }

    /** The same of a dispatch that has its id now. */
    Line at(DispatchId id) {
        return new Line(parent, parent == null ? id : root, chain + id.value() + "/", depth, mode, early, demands);
    }
}
