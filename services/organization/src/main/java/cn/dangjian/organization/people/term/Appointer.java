package cn.dangjian.organization.people.term;

import static cn.dangjian.organization.people.term.TeamRefusal.NOT_SUPERIOR;
import static cn.dangjian.organization.people.term.TeamRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;

/** Who may set up a unit's team (ORG-11): whoever is above it; of a province, which nobody is above, itself. */
public final class Appointer {

    private Appointer() {}

    /** A unit that exists and whose team may be set up from a desk. */
    public static Unit find(UnitId id, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNKNOWN);
        require(unit, desk);
        return unit;
    }

    public static void require(Unit unit, Desk desk) {
        NOT_SUPERIOR.when(desk.isOf(unit.id()) && unit.tier() != Tier.PROVINCE);
    }
}
