package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A need of a community that a resident unit meets.
 *
 * @param unitId the community
 * @param providerId the resident unit
 */
record Project(
        long id,
        UnitId unitId,
        UnitId providerId,
        LocalDate matchedOn,
        @Nullable LocalDate establishedOn,
        @Nullable LocalDate completedOn,
        int evaluations,
        long version) {

    /** Where a need and its project stand; seen from the days and evaluations, not kept. */
    enum State {
        /** 提出. */
        PROPOSED,
        /** 对接. */
        MATCHED,
        /** 立项. */
        ESTABLISHED,
        /** 完成. */
        COMPLETED,
        /** 评价. */
        EVALUATED
    }

    /** The two sides of a project. */
    enum Side {
        /** 社区. */
        COMMUNITY,
        /** 驻区单位. */
        PROVIDER
    }

    /** What one side says of a project. */
    enum Grade {
        /** 满意. */
        SATISFIED,
        /** 基本满意. */
        FAIR,
        /** 不满意. */
        DISSATISFIED
    }

    State state() {
        if (completedOn != null) return evaluations == Side.values().length ? State.EVALUATED : State.COMPLETED;
        return establishedOn == null ? State.MATCHED : State.ESTABLISHED;
    }
}
