package cn.dangjian.organization.field.weak;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One unit in one year's screening, beside where its case stands.
 *
 * @param periodFrom the first day of the rectification period of this round; null until the county has decided
 */
record WeakCase(
        long id,
        int year,
        UnitId county,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo) {

    /** Where a case stands. */
    enum State {
        /** 排查. */
        SCREENED,
        /** 不予确定. */
        DISMISSED,
        /** 确定. */
        CONFIRMED,
        /** 整顿. */
        RECTIFYING,
        /** 验收. */
        ACCEPTANCE,
        /** 销号. */
        CLOSED,
        /** 续整. */
        CONTINUED;

        /** Those in which somebody must answer for the unit. */
        static final Set<State> ANSWERED_FOR = Set.of(CONFIRMED, RECTIFYING, ACCEPTANCE, CONTINUED);

        /** Those that nothing follows; a case that was closed in another one has ended with its unit. */
        static final Set<State> LAST = Set.of(DISMISSED, CLOSED);

        /** Those in which the plan may grow. */
        static final Set<State> PLANNED = Set.of(CONFIRMED, RECTIFYING, CONTINUED);
    }

    /** The “4+1” (ORG-20): four who answer for a weak unit, and the unit itself. */
    enum Role {
        /** 县级领导. */
        COUNTY_LEADER,
        /** 上级党委. */
        SUPERIOR_COMMITTEE,
        /** 双联单位. */
        PAIRED_UNIT,
        /** 驻村工作队. */
        WORK_TEAM,
        /** 本支部. */
        UNIT_ITSELF;

        /** Those that nobody holds. */
        static List<Role> without(Set<Role> held) {
            return Arrays.stream(values()).filter(role -> !held.contains(role)).toList();
        }

        static Set<Role> of(@Nullable String names) {
            var roles = EnumSet.noneOf(Role.class);
            if (names != null) for (String name : names.split(",", -1)) roles.add(valueOf(name));
            return roles;
        }
    }
}
