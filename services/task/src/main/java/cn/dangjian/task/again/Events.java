package cn.dangjian.task.again;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.events.Outbox.Entry;
import cn.dangjian.task.again.AgainQueries.Addressed;
import cn.dangjian.task.again.AgainQueries.Dated;
import cn.dangjian.task.again.AgainQueries.Dispatched;
import cn.dangjian.task.again.AgainQueries.Handed;
import cn.dangjian.task.again.AgainQueries.Held;
import cn.dangjian.task.again.AgainQueries.Standing;
import cn.dangjian.task.lane.DispatchLimits;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the house heard of dispatches and assignments, as their contracts have it. Of an assignment its whole state is told,
 * and before that, as older versions, when it was first handed in and what was returned: both count where work is assessed.
 */
@Component
class Events {

    private static final String CHANGED = "task.assignment-changed.v1";
    private static final String SERVICE = "service:task";

    private final DispatchLimits limits;

    Events(DispatchLimits limits) {
        this.limits = limits;
    }

    /**
     * The data of {@code contracts/events/dispatched.v1}; nobody is told a second time that a date is early, or that he gets a
     * copy.
     */
    record DispatchedAgain(
            long dispatch,
            String number,
            long issuer,
            String title,
            OffsetDateTime deadline,
            OffsetDateTime issuedAt,
            boolean materialRequired,
            Hierarchy hierarchy,
            int addressed,
            int chunks,
            long root,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long parentAssignment,

            int depth,
            String mode,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OriginAgain origin) {}

    record OriginAgain(
            String level,
            @Nullable String number,
            @Nullable String title,
            @Nullable LocalDate day) {}

    /** The data of {@code contracts/events/addressed.v1}. */
    record AddressedAgain(
            long dispatch,
            String number,
            long issuer,
            String title,
            OffsetDateTime deadline,
            OffsetDateTime issuedAt,
            Hierarchy hierarchy,
            int chunk,
            int chunks,
            List<Addressed> assignments) {}

    /**
     * The data of {@code contracts/events/assignment-changed.v1}; nobody is told a second time why something was returned.
     *
     * @param returned true of what a reviewer has sent back, and of nothing that merely stands there
     */
    record ChangedAgain(
            long assignment,
            long dispatch,
            long unit,
            String state,
            @Nullable OffsetDateTime signedAt,
            OffsetDateTime at,
            String by,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long fromUnit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OffsetDateTime dueAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean returned,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long joinedTo,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long heir,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String document) {}

    /** In the chunks in which it was told. */
    List<Entry> of(Dispatched dispatch, List<Addressed> addressed) {
        int chunks = Math.ceilDiv(addressed.size(), limits.chunk());
        String key = "dispatch:" + dispatch.id();
        String subject = account(dispatch.issuedBy());
        var deadline = dispatch.deadline().atOffset(ZoneOffset.UTC);
        // whoever counts by months has to know in which it was
        var issuedAt = dispatch.issuedAt().atOffset(ZoneOffset.UTC);
        var entries = new ArrayList<Entry>(chunks + 1);
        entries.add(new Entry(
                "task.dispatched.v1",
                key,
                dispatch.version(),
                subject,
                new DispatchedAgain(
                        dispatch.id(),
                        dispatch.number(),
                        dispatch.issuer(),
                        dispatch.title(),
                        deadline,
                        issuedAt,
                        dispatch.materialRequired(),
                        dispatch.hierarchy(),
                        dispatch.addressed(),
                        chunks,
                        dispatch.root(),
                        dispatch.parentAssignment(),
                        dispatch.depth(),
                        dispatch.mode(),
                        origin(dispatch))));
        for (int chunk = 1; chunk <= chunks; chunk++) {
            int to = Math.min(chunk * limits.chunk(), addressed.size());
            var part = List.copyOf(addressed.subList((chunk - 1) * limits.chunk(), to));
            entries.add(new Entry(
                    "task.addressed.v1",
                    key + "#" + chunk,
                    1,
                    subject,
                    new AddressedAgain(
                            dispatch.id(),
                            dispatch.number(),
                            dispatch.issuer(),
                            dispatch.title(),
                            deadline,
                            issuedAt,
                            dispatch.hierarchy(),
                            chunk,
                            chunks,
                            part)));
        }
        return entries;
    }

    private static @Nullable OriginAgain origin(Dispatched dispatch) {
        var level = dispatch.origin();
        if (level == null) return null;
        return new OriginAgain(level, dispatch.originNumber(), dispatch.originTitle(), dispatch.originDay());
    }

    /**
     * What is kept of an assignment beside how it stands, each the first one first.
     *
     * @param handed what was handed in
     * @param held who had it before
     * @param dated which dates of its own it was given by voices that were accepted
     */
    record History(List<Handed> handed, List<Held> held, List<Dated> dated) {}

    /** None of one that was addressed and nothing else: its dispatch tells that. */
    List<Entry> of(Standing one, History history) {
        if (one.version() == 1) return List.of();
        var handed = history.handed();
        var before = new ArrayList<ChangedAgain>();
        if (!handed.isEmpty()) before.add(handedIn(one, history, handed.getFirst()));
        for (var each : handed) if ("RETURNED".equals(each.verdict())) before.add(returned(one, history, each));
        var entries = new ArrayList<Entry>(before.size() + 1);
        for (int at = 0; at < before.size(); at++)
            entries.add(entry(before.get(at), one.version() - before.size() + at));
        entries.add(entry(now(one, handed), one.version()));
        return entries;
    }

    private static Outbox.Entry entry(ChangedAgain changed, long version) {
        return new Entry(CHANGED, "assignment:" + changed.assignment(), version, changed.by(), changed);
    }

    /** With the date of its own that it had then: one that it was given later makes nobody on time who was late. */
    private static ChangedAgain handedIn(Standing one, History history, Handed first) {
        var due = history.dated().stream()
                .filter(dated -> dated.since().isBefore(first.submittedAt()))
                .reduce((earlier, later) -> later)
                .map(Dated::due)
                .orElse(null);
        return older(one, history, "SUBMITTED", first.submittedAt(), account(first.submittedBy()), utc(due), null);
    }

    private static ChangedAgain returned(Standing one, History history, Handed handed) {
        return older(
                one, history, "RETURNED", Objects.requireNonNull(handed.reviewedAt()), reviewer(handed), null, true);
    }

    private static ChangedAgain older(
            Standing one,
            History history,
            String state,
            LocalDateTime at,
            String by,
            @Nullable OffsetDateTime dueAt,
            @Nullable Boolean returned) {
        long addressed = Objects.requireNonNullElse(one.fromUnit(), one.unit());
        long unit = history.held().stream()
                .filter(held -> held.until().isAfter(at))
                .findFirst()
                .map(Held::unit)
                .orElse(one.unit());
        return new ChangedAgain(
                one.id(),
                one.dispatch(),
                unit,
                state,
                utc(one.signedAt()),
                at.atOffset(ZoneOffset.UTC),
                by,
                unit == addressed ? null : (Long) addressed,
                dueAt,
                returned,
                null,
                null,
                null);
    }

    private static ChangedAgain now(Standing one, List<Handed> handed) {
        boolean isOver = one.state().equals("MERGED") || one.state().equals("CLOSED");
        var last = handed.isEmpty() ? null : handed.getLast();
        return new ChangedAgain(
                one.id(),
                one.dispatch(),
                one.unit(),
                one.state(),
                utc(one.signedAt()),
                at(one, last).atOffset(ZoneOffset.UTC),
                by(one, last),
                one.fromUnit(),
                utc(one.dueAt()),
                null,
                isOver ? one.joinedTo() : null,
                isOver ? one.heir() : null,
                isOver ? one.document() : null);
    }

    /** When it has changed last. */
    private static LocalDateTime at(Standing one, @Nullable Handed last) {
        return Stream.of(
                        one.signedAt(),
                        one.passedAt(),
                        one.recalledAt(),
                        last == null ? null : last.submittedAt(),
                        last == null ? null : last.reviewedAt())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(LocalDateTime::compareTo)
                .orElse(one.issuedAt());
    }

    private static String by(Standing one, @Nullable Handed last) {
        if (last != null) return last.reviewedBy() == null ? account(last.submittedBy()) : reviewer(last);
        var signedBy = one.signedBy();
        return signedBy == null ? SERVICE : account(signedBy);
    }

    private static String reviewer(Handed handed) {
        return account(Objects.requireNonNull(handed.reviewedBy()));
    }

    private static String account(long id) {
        return "account:" + id;
    }

    private static @Nullable OffsetDateTime utc(@Nullable LocalDateTime at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
