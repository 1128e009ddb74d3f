package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.task.dispatch.DispatchId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One unit's part of a dispatch; each change gives the next value, and what may not happen has no method.
 *
 * @param dueAt its own date, if it was given one when it was returned; the dispatch's deadline otherwise
 * @param fromUnit the unit that was addressed, if it ended and another one goes on with it
 */
record Assignment(
        AssignmentId id,
        DispatchId dispatchId,
        UnitId unitId,
        State state,
        long version,
        @Nullable OffsetDateTime signedAt,
        @Nullable AccountId signedBy,
        @Nullable OffsetDateTime dueAt,
        @Nullable UnitId fromUnit) {

    /** Where an assignment stands. */
    enum State {
        /** 待签收. */
        ADDRESSED,
        /** 已签收. */
        SIGNED,
        /** 已提交，待审核. */
        SUBMITTED,
        /** 已退回. */
        RETURNED,
        /** 已办结. */
        APPROVED,
        /** 并入: its unit ended, and the heir's own assignment of the same dispatch goes on instead. */
        MERGED,
        /** 已终止: its unit ended, and no heir was named; or the issuer accepted what the unit answered (反馈). */
        CLOSED
    }

    boolean isSigned() {
        return state != State.ADDRESSED;
    }

    boolean isSubmitted() {
        return state == State.SUBMITTED;
    }

    boolean isApproved() {
        return state == State.APPROVED;
    }

    /** Whether its unit ended and nobody goes on with it. */
    boolean isOver() {
        return state == State.MERGED || state == State.CLOSED;
    }

    Assignment sign(AccountId account, OffsetDateTime at) {
        return new Assignment(id, dispatchId, unitId, State.SIGNED, version, at, account, dueAt, fromUnit);
    }

    Assignment submit() {
        return with(State.SUBMITTED, version);
    }

    /** @param until its own date from now on; null if the one that it has stays */
    Assignment sendBack(@Nullable OffsetDateTime until) {
        return new Assignment(
                id,
                dispatchId,
                unitId,
                State.RETURNED,
                version,
                signedAt,
                signedBy,
                until == null ? dueAt : until,
                fromUnit);
    }

    Assignment approve() {
        return with(State.APPROVED, version);
    }

    /** Whether it is still to be handed in. */
    boolean isToDo() {
        return state == State.ADDRESSED || state == State.SIGNED || state == State.RETURNED;
    }

    /** Closed without its unit handing anything in: the issuer has accepted what it answered. */
    Assignment close() {
        return with(State.CLOSED, version);
    }

    /** The same with a date of its own. */
    Assignment dueOn(OffsetDateTime until) {
        return new Assignment(id, dispatchId, unitId, state, version, signedAt, signedBy, until, fromUnit);
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
                fromUnit == null ? unitId : fromUnit);
    }

    /** The next value, after its row was written: nobody goes on with it, and it lies where it was addressed. */
    Assignment over(State how) {
        return new Assignment(
                id,
                dispatchId,
                fromUnit == null ? unitId : fromUnit,
                how,
                version + 1,
                signedAt,
                signedBy,
                dueAt,
                fromUnit);
    }

    /** The same assignment after its row was written. */
    Assignment next() {
        return with(state, version + 1);
    }

    private Assignment with(State other, long otherVersion) {
        return new Assignment(id, dispatchId, unitId, other, otherVersion, signedAt, signedBy, dueAt, fromUnit);
    }
}
