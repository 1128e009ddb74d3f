package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.task.dispatch.Addressing.Addressed;
import cn.dangjian.task.dispatch.DispatchTask.Companions;
import cn.dangjian.task.lane.DispatchLimits;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the house hears of a dispatch: one event about it, and its addressees in chunks. */
@Component
class Announcements {

    private final Outbox outbox;
    private final DispatchLimits limits;

    Announcements(Outbox outbox, DispatchLimits limits) {
        this.outbox = outbox;
        this.limits = limits;
    }

    /** The data of {@code contracts/events/dispatched.v1}. */
    record Dispatched(
            DispatchId dispatch,
            String number,
            UnitId issuer,
            String title,
            OffsetDateTime deadline,
            boolean materialRequired,
            Hierarchy hierarchy,
            int addressed,
            int chunks,
            DispatchId root,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long parentAssignment,

            int depth,
            Line.Mode mode,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String earlyReason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UnitId above,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnitId> cooperators,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnitId> copies,

            @JsonInclude(JsonInclude.Include.NON_NULL) Line.@Nullable Origin origin) {}

    /** The data of {@code contracts/events/addressed.v1}. */
    record AddressedChunk(
            DispatchId dispatch,
            String number,
            UnitId issuer,
            String title,
            OffsetDateTime deadline,
            Hierarchy hierarchy,
            int chunk,
            int chunks,
            List<Addressed> assignments) {}

    void announce(Dispatch dispatch, List<Addressed> addressed, Companions companions, String subject) {
        outbox.appendAll(entries(dispatch, addressed, companions, subject));
    }

    /** Of many dispatches at once. */
    void append(List<Outbox.Entry> entries) {
        outbox.appendAll(entries);
    }

    List<Outbox.Entry> entries(Dispatch dispatch, List<Addressed> addressed, Companions companions, String subject) {
        int chunks = (addressed.size() + limits.chunk() - 1) / limits.chunk();
        String key = "dispatch:" + dispatch.id().value();
        var entries = new ArrayList<Outbox.Entry>(chunks + 1);
        entries.add(new Outbox.Entry(
                "task.dispatched.v1", key, dispatch.version(), subject, dispatched(dispatch, companions, chunks)));
        for (int chunk = 1; chunk <= chunks; chunk++) {
            int to = Math.min(chunk * limits.chunk(), addressed.size());
            var part = List.copyOf(addressed.subList((chunk - 1) * limits.chunk(), to));
            entries.add(new Outbox.Entry(
                    "task.addressed.v1", key + "#" + chunk, 1, subject, chunk(dispatch, chunk, chunks, part)));
        }
        return entries;
    }

    private static Dispatched dispatched(Dispatch dispatch, Companions companions, int chunks) {
        var early = dispatch.line().early();
        return new Dispatched(
                dispatch.id(),
                dispatch.number(),
                dispatch.issuerId(),
                dispatch.title(),
                dispatch.deadline(),
                dispatch.materialRequired(),
                dispatch.hierarchy(),
                dispatch.addressed(),
                chunks,
                dispatch.line().root(),
                dispatch.line().parent(),
                dispatch.line().depth(),
                dispatch.line().mode(),
                dispatch.line().earlyReason(),
                early == null ? null : early.above(),
                companions.cooperators(),
                companions.copies(),
                dispatch.line().demands().origin());
    }

    private static AddressedChunk chunk(Dispatch dispatch, int chunk, int chunks, List<Addressed> part) {
        return new AddressedChunk(
                dispatch.id(),
                dispatch.number(),
                dispatch.issuerId(),
                dispatch.title(),
                dispatch.deadline(),
                dispatch.hierarchy(),
                chunk,
                chunks,
                part);
    }
}
