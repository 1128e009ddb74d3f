package cn.dangjian.member.moving.floating;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's stay away from his branch, as both ends see it.
 *
 * @param unit the branch of origin, to which he belongs
 * @param stay the branch of stay; null outside the province
 * @param destination where he is, in words
 * @param mind how he thinks and feels (思想状况)
 * @param acceptedOn when the branch of stay took him up; null if it has not
 * @param originContactOn when the branch of origin last spoke to him
 * @param stayContactOn when the branch of stay last did
 * @param dueOn by when the next contact is due; null when the stay is over
 * @param structureClear whether his file says class, education and occupation
 * @param contactClear whether somebody knows how to reach him
 */
record Floating(
        long id,
        long member,
        String name,
        UnitId unit,
        String unitName,
        @Nullable UnitId stay,
        @Nullable String stayName,
        State state,
        Place place,
        String destination,
        @Nullable String employer,
        @Nullable String mind,
        String reason,
        LocalDate reportedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate originContactOn,
        @Nullable LocalDate stayContactOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate returnedOn,
        boolean structureClear,
        boolean contactClear,
        long version) {

    /** Where a stay stands. */
    enum State {
        /** The branch of stay was told, and has not answered. */
        REPORTED,
        /** 纳入管理: both look after him. */
        ACCEPTED,
        /** No branch of this province is where he stays. */
        ALONE,
        /** 不予接收. */
        DECLINED,
        /** 返回. */
        RETURNED,
        /** 终止: he is out, or has come to belong to the branch where he stays. */
        ENDED;

        static final Set<State> OPEN = EnumSet.of(REPORTED, ACCEPTED, ALONE);
    }

    /** Where somebody stays. */
    enum Place {
        /** In this province, at a branch that this house knows. */
        INSIDE,
        /** In another province. */
        OUTSIDE,
        /** 境外. */
        ABROAD
    }

    /** An end of the record. */
    enum Side {
        ORIGIN,
        STAY
    }

    /** 五清: what is to be clear of everybody who is away. */
    enum Clear {
        /** 人数结构. */
        STRUCTURE,
        /** 流动去向. */
        WHEREABOUTS,
        /** 思想状况. */
        MIND,
        /** 从业情况. */
        WORK,
        /** 联系方式. */
        CONTACT
    }

    /** What is clear of him. */
    Set<Clear> clear() {
        var clear = EnumSet.of(Clear.WHEREABOUTS);
        if (structureClear) clear.add(Clear.STRUCTURE);
        if (mind != null) clear.add(Clear.MIND);
        if (employer != null) clear.add(Clear.WORK);
        if (contactClear) clear.add(Clear.CONTACT);
        return clear;
    }

    /** How much of the five is clear, in percent. */
    int percent() {
        return 100 * clear().size() / Clear.values().length;
    }

    /** Whose turn it is to speak to him: they take turns, and the branch of stay begins; null when the stay is over. */
    @Nullable
    Side turn() {
        if (!State.OPEN.contains(state)) return null;
        if (state != State.ACCEPTED) return Side.ORIGIN;
        if (stayContactOn == null) return Side.STAY;
        return originContactOn != null && originContactOn.isAfter(stayContactOn) ? Side.STAY : Side.ORIGIN;
    }

    /** When somebody last spoke to him, or he was reported. */
    LocalDate lastContact() {
        return later(later(reportedOn, originContactOn), stayContactOn);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
