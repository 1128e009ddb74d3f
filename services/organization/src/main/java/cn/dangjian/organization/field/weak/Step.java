package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import org.jspecify.annotations.Nullable;

/** What can happen to a case (ORG-19): who may do it, in which states, and which state follows. */
enum Step {
    /** 排查上报. */
    SCREENED(Hand.TOWNSHIP, State.SCREENED),
    /** 不予确定. */
    DISMISSED(Hand.COUNTY, State.DISMISSED),
    /** 确定. */
    CONFIRMED(Hand.COUNTY, State.CONFIRMED),
    /** 开始整顿. */
    STARTED(Hand.TOWNSHIP, State.RECTIFYING),
    /** 督查. */
    CHECKED(Hand.EITHER, null),
    /** 验收. */
    ACCEPTANCE(Hand.COUNTY, State.ACCEPTANCE),
    /** 销号. */
    CLOSED(Hand.COUNTY, State.CLOSED),
    /** 续整. */
    CONTINUED(Hand.COUNTY, State.CONTINUED),
    /** 抽查. */
    SAMPLED(Hand.PROVINCE, null);

    private final Hand by;
    private final @Nullable State to;

    Step(Hand by, @Nullable State to) {
        this.by = by;
        this.to = to;
    }

    /** Whose hand it takes; whoever is asked has the unit in its scope. */
    enum Hand {
        TOWNSHIP,
        COUNTY,
        EITHER,
        PROVINCE;

        boolean holds(Unit here, Unit unit) {
            return switch (this) {
                // where no township stands between, the county keeps the case itself
                case TOWNSHIP ->
                    (here.tier() == Tier.TOWNSHIP && !here.id().equals(unit.id()))
                            || (here.tier() == Tier.COUNTY && here.isParentOf(unit));
                case COUNTY -> here.tier() == Tier.COUNTY;
                case EITHER -> TOWNSHIP.holds(here, unit) || COUNTY.holds(here, unit);
                case PROVINCE -> here.tier() == Tier.PROVINCE;
            };
        }
    }

    Hand by() {
        return by;
    }

    boolean isPossibleIn(State state) {
        return switch (this) {
            case SCREENED -> false;
            case DISMISSED, CONFIRMED -> state == State.SCREENED;
            case STARTED -> state == State.CONFIRMED || state == State.CONTINUED;
            case CHECKED, ACCEPTANCE -> state == State.RECTIFYING;
            case CLOSED, CONTINUED -> state == State.ACCEPTANCE;
            case SAMPLED -> true;
        };
    }

    /** Null if the state stays. */
    @Nullable
    State to() {
        return to;
    }

    /** Whether it judges the screening, which nobody does who screened. */
    boolean judges() {
        return this == CONFIRMED || this == DISMISSED;
    }
}
