package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.task.dispatch.DispatchId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One unit's part of a dispatch; each change gives the next value, and what may not happen has no method. */
record Assignment(
        AssignmentId id,
        DispatchId dispatchId,
        UnitId unitId,
        State state,
        long version,
        @Nullable OffsetDateTime signedAt,
        @Nullable AccountId signedBy) {

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
        APPROVED
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

    Assignment sign(AccountId account, OffsetDateTime at) {
        return new Assignment(id, dispatchId, unitId, State.SIGNED, version, at, account);
    }

    Assignment submit() {
        return with(State.SUBMITTED, version);
    }

    Assignment sendBack() {
        return with(State.RETURNED, version);
    }

    Assignment approve() {
        return with(State.APPROVED, version);
    }

    /** The same assignment after its row was written. */
    Assignment next() {
        return with(state, version + 1);
    }

    private Assignment with(State other, long otherVersion) {
        return new Assignment(id, dispatchId, unitId, other, otherVersion, signedAt, signedBy);
    }
}
