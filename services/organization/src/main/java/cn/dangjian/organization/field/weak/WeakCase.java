package cn.dangjian.organization.field.weak;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One unit in one year's screening; each step gives the next value.
 *
 * @param round the first, or one more for each 续整
 * @param periodFrom the first day of the rectification period; null until the county has decided
 */
record WeakCase(
        long id,
        int year,
        long countyId,
        UnitId unitId,
        State state,
        int round,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        long screenedBy,
        long version) {

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

    WeakCase after(Step step, @Nullable LocalDate from, @Nullable LocalDate to) {
        var next = step.to() == null ? state : step.to();
        return new WeakCase(
                id,
                year,
                countyId,
                unitId,
                next,
                step == Step.CONTINUED ? round + 1 : round,
                from == null ? periodFrom : from,
                to == null ? periodTo : to,
                screenedBy,
                version);
    }

    /** The same case after its row was written. */
    WeakCase next() {
        return new WeakCase(id, year, countyId, unitId, state, round, periodFrom, periodTo, screenedBy, version + 1);
    }
}
