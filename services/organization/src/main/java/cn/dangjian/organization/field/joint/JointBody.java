package cn.dangjian.organization.field.joint;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The joint body of a street or community.
 *
 * @param foundedOn null while it is only planned
 */
record JointBody(
        long id,
        UnitId unitId,
        LocalDate targetOn,
        @Nullable LocalDate foundedOn,
        long version) {

    /** Where a body stands; seen from its days, not kept. */
    enum State {
        /** 计划. */
        PLANNED,
        /** 逾期未建. */
        OVERDUE,
        /** 已建. */
        FOUNDED,
        /** 随组织撤并. */
        ENDED
    }
}
