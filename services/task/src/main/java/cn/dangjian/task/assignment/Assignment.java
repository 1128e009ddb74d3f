package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Move;
import cn.dangjian.task.flow.State;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One unit's part of a dispatch; each change gives the next value, and only moves of {@link Move} change where it stands.
 *
 * @param dueAt its own date, if it was given one when it was returned; the dispatch's deadline otherwise
 * @param fromUnit the unit that was addressed, if it ended and another one goes on with it
 * @param reviewingBy who has taken up the review
 */
public record Assignment(
        AssignmentId id,
        DispatchId dispatchId,
        UnitId unitId,
        State state,
        long version,
        @Nullable OffsetDateTime signedAt,
        @Nullable AccountId signedBy,
        @Nullable OffsetDateTime dueAt,
        @Nullable UnitId fromUnit,
        @Nullable AccountId reviewingBy) {

    boolean isSigned() {
        return state != State.ADDRESSED;
    }

    boolean isApproved() {
        return state == State.APPROVED;
    }

    Assignment sign(AccountId account, OffsetDateTime at) {
        return new Assignment(
                id, dispatchId, unitId, Move.SIGN.after(state), version, at, account, dueAt, fromUnit, reviewingBy);
    }

    /** The same after a move that changes nothing but where it stands. */
    Assignment after(Move move) {
        return with(move.after(state), version, null);
    }

    /** 受理: somebody takes up the review. */
    Assignment reviewedBy(AccountId account) {
        return with(Move.TAKE_UP.after(state), version, account);
    }

    /** @param until its own date from now on; null if the one that it has stays */
    Assignment back(Move move, @Nullable OffsetDateTime until) {
        return new Assignment(
                id,
                dispatchId,
                unitId,
                move.after(state),
                version,
                signedAt,
                signedBy,
                until == null ? dueAt : until,
                fromUnit,
                null);
    }

    /** Whether it is still to be handed in. */
    boolean isToDo() {
        return Move.EXCUSE.from().contains(state);
    }

    /** The same with a date of its own. */
    Assignment dueOn(OffsetDateTime until) {
        return new Assignment(id, dispatchId, unitId, state, version, signedAt, signedBy, until, fromUnit, reviewingBy);
    }

    /** The next value, after its row was written: another unit goes on with it. */
    Assignment goOnAt(UnitId heir) {
        return new Assignment(
                id,
                dispatchId,
                heir,
                state,
                version + 1,
                signedAt,
                signedBy,
                dueAt,
                fromUnit == null ? unitId : fromUnit,
                reviewingBy);
    }

    /** The next value, after its row was written: nobody goes on with it, and it lies where it was addressed. */
    Assignment over(Move how) {
        return new Assignment(
                id,
                dispatchId,
                fromUnit == null ? unitId : fromUnit,
                how.after(state),
                version + 1,
                signedAt,
                signedBy,
                dueAt,
                fromUnit,
                null);
    }

    /** The same assignment after its row was written. */
    Assignment next() {
        return with(state, version + 1, reviewingBy);
    }

    private Assignment with(State other, long otherVersion, @Nullable AccountId reviewer) {
        return new Assignment(
                id, dispatchId, unitId, other, otherVersion, signedAt, signedBy, dueAt, fromUnit, reviewer);
    }
}
