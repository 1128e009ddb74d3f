package cn.dangjian.statistics.tally;

import cn.dangjian.statistics.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one unit in one dispatch. Whatever order the news comes in and however often, the same fact results:
 * flags only ever rise, and the state is that of the highest version.
 *
 * @param addressed whether task has said so; until then nothing is counted
 * @param reason why it could not be delivered
 * @param counted where in the tree it is counted; null while its unit is not known here
 */
record Fact(
        long dispatch,
        long unit,
        @Nullable Long assignment,
        long version,
        State state,
        boolean addressed,
        Delivery delivery,
        @Nullable String reason,
        @Nullable Place counted) {

    enum State {
        ADDRESSED,
        SIGNED,
        SUBMITTED,
        RETURNED,
        APPROVED
    }

    enum Delivery {
        PENDING,
        FAILED,
        DELIVERED
    }

    static Fact unknown(long dispatch, long unit) {
        return new Fact(dispatch, unit, null, 0, State.ADDRESSED, false, Delivery.PENDING, null, null);
    }

    Fact addressed(long byAssignment) {
        return new Fact(dispatch, unit, byAssignment, version, state, true, delivery, reason, counted);
    }

    /** An assignment that has changed has been addressed, whether or not we have heard that already. */
    Fact changed(long byAssignment, long toVersion, State toState) {
        var addressed = addressed(byAssignment);
        if (toVersion <= version) return addressed;
        return new Fact(dispatch, unit, byAssignment, toVersion, toState, true, delivery, reason, counted);
    }

    Fact delivered() {
        return new Fact(dispatch, unit, assignment, version, state, addressed, Delivery.DELIVERED, null, counted);
    }

    /** Of several reasons the last in the alphabet stays, so that their order does not matter. */
    Fact failed(String because) {
        if (delivery == Delivery.DELIVERED) return this;
        String last = reason == null || because.compareTo(reason) > 0 ? because : reason;
        return new Fact(dispatch, unit, assignment, version, state, addressed, Delivery.FAILED, last, counted);
    }

    Fact countedAt(@Nullable Place place) {
        return new Fact(dispatch, unit, assignment, version, state, addressed, delivery, reason, place);
    }

    /** What this fact adds to each cell above it; the generated columns of the table say the same. */
    Figures figures() {
        return new Figures(
                one(addressed),
                one(addressed && delivery == Delivery.DELIVERED),
                one(addressed && delivery == Delivery.FAILED),
                one(state != State.ADDRESSED),
                one(state == State.SUBMITTED || state == State.APPROVED),
                one(state == State.RETURNED),
                one(state == State.APPROVED));
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
