package cn.dangjian.statistics.tally;

import cn.dangjian.statistics.place.Place;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one unit in one dispatch. Whatever order the news comes in and however often, the same fact results:
 * flags only ever rise, and the state is that of the highest version.
 *
 * @param unit that was addressed
 * @param holder the unit that has it now, if that one ended; null while it has it itself
 * @param dueAt its own date, if it was given one; the dispatch's deadline otherwise
 * @param addressed whether task has said so; until then nothing is counted
 * @param reason why it could not be delivered
 * @param counted where in the tree it is counted; null while its unit is not known here
 */
record Fact(
        long dispatch,
        long unit,
        @Nullable Long holder,
        @Nullable Long assignment,
        long version,
        State state,
        @Nullable Instant dueAt,
        boolean addressed,
        Delivery delivery,
        @Nullable String reason,
        @Nullable Place counted) {

    enum State {
        ADDRESSED,
        SIGNED,
        BROKEN_DOWN,
        WORKING,
        SUBMITTED,
        IN_REVIEW,
        RETURNED,
        APPROVED,
        WITHDRAWN,
        MERGED,
        CLOSED
    }

    enum Delivery {
        PENDING,
        FAILED,
        DELIVERED
    }

    static Fact unknown(long dispatch, long unit) {
        return new Fact(dispatch, unit, null, null, 0, State.ADDRESSED, null, false, Delivery.PENDING, null, null);
    }

    Fact addressed(long byAssignment) {
        return new Fact(dispatch, unit, holder, byAssignment, version, state, dueAt, true, delivery, reason, counted);
    }

    /** An assignment that has changed has been addressed, whether or not we have heard that already. */
    Fact changed(long byAssignment, long toVersion, State toState, @Nullable Instant toDueAt, @Nullable Long toHolder) {
        var addressed = addressed(byAssignment);
        if (toVersion <= version) return addressed;
        // elsewhere it is counted as soon as somebody has looked where that is
        var place = Objects.equals(holder, toHolder) ? counted : null;
        return new Fact(
                dispatch, unit, toHolder, byAssignment, toVersion, toState, toDueAt, true, delivery, reason, place);
    }

    /** The unit where it is counted. */
    long countedUnit() {
        return holder == null ? unit : holder;
    }

    private boolean isOver() {
        return state == State.MERGED || state == State.CLOSED || state == State.WITHDRAWN;
    }

    private boolean isHandedIn() {
        return state == State.SUBMITTED || state == State.IN_REVIEW || state == State.APPROVED;
    }

    Fact delivered() {
        return new Fact(
                dispatch,
                unit,
                holder,
                assignment,
                version,
                state,
                dueAt,
                addressed,
                Delivery.DELIVERED,
                null,
                counted);
    }

    /** Of several reasons the last in the alphabet stays, so that their order does not matter. */
    Fact failed(String because) {
        if (delivery == Delivery.DELIVERED) return this;
        String last = reason == null || because.compareTo(reason) > 0 ? because : reason;
        return new Fact(
                dispatch, unit, holder, assignment, version, state, dueAt, addressed, Delivery.FAILED, last, counted);
    }

    Fact countedAt(@Nullable Place place) {
        return new Fact(dispatch, unit, holder, assignment, version, state, dueAt, addressed, delivery, reason, place);
    }

    /** What this fact adds to each cell above it; the generated columns of the table say the same. */
    Figures figures() {
        return new Figures(
                one(addressed),
                one(addressed && delivery == Delivery.DELIVERED),
                one(addressed && delivery == Delivery.FAILED),
                one(state != State.ADDRESSED && !isOver()),
                one(isHandedIn()),
                one(state == State.RETURNED),
                one(state == State.APPROVED),
                one(state == State.MERGED),
                one(state == State.CLOSED),
                one(state == State.WITHDRAWN));
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
