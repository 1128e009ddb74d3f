package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import org.jspecify.annotations.Nullable;

/**
 * Whose hand a step takes (由谁办理): a unit that stands so towards the units of the case.
 *
 * @param tier of which tier it is; null if the tier does not matter
 */
public record Hand(Standing standing, @Nullable Tier tier) {

    /** How the unit that acts stands towards the units of a case. */
    public enum Standing {
        /** It is the one that the case is about. */
        SUBJECT,
        /** It is the organisation directly above that one. */
        PARENT,
        /** It is anywhere above that one. */
        ABOVE,
        /** It is the second unit that takes part. */
        OTHER,
        /** It is the organisation directly above the second one. */
        PARENT_OTHER,
        /** It is anywhere above the second one. */
        ABOVE_OTHER
    }

    /** The unit that the case is about. */
    public static Hand subject() {
        return new Hand(Standing.SUBJECT, null);
    }

    /** The unit directly above, where it is of this tier. */
    public static Hand parent(Tier tier) {
        return new Hand(Standing.PARENT, tier);
    }

    /** The unit of this tier above. */
    public static Hand above(Tier tier) {
        return new Hand(Standing.ABOVE, tier);
    }

    /** The second unit that takes part. */
    public static Hand other() {
        return new Hand(Standing.OTHER, null);
    }

    /** The organisation directly above the second one, where it is of this tier. */
    public static Hand parentOther(Tier tier) {
        return new Hand(Standing.PARENT_OTHER, tier);
    }

    /** The unit of this tier above the second one. */
    public static Hand aboveOther(Tier tier) {
        return new Hand(Standing.ABOVE_OTHER, tier);
    }

    /** Whether the desk is at a unit of the tier. */
    public boolean fits(Desk desk) {
        return tier == null || desk.isAt(tier);
    }

    /** @param other the second unit of the case; null if it has none */
    public boolean holds(Desk desk, Unit unit, @Nullable Unit other) {
        return fits(desk)
                && switch (standing) {
                    case SUBJECT -> desk.isOf(unit.id());
                    case PARENT -> desk.isDirectlyAbove(unit);
                    case ABOVE -> desk.isAbove(unit);
                    case OTHER -> other != null && desk.isOf(other.id());
                    case PARENT_OTHER -> other != null && desk.isDirectlyAbove(other);
                    case ABOVE_OTHER -> other != null && desk.isAbove(other);
                };
    }
}
