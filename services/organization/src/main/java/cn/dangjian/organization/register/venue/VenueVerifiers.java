package cn.dangjian.organization.register.venue;

import static cn.dangjian.organization.register.venue.VenueRefusal.NOT_YOURS;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;

/** Who verifies (ORG-22): the township above; where none stands between, the county itself. */
final class VenueVerifiers {

    private VenueVerifiers() {}

    static void require(UnitId unit, Desk desk) {
        boolean township = desk.isAt(Tier.TOWNSHIP) && !desk.isOf(unit);
        boolean county = desk.isAt(Tier.COUNTY)
                && desk.known(unit).filter(desk::isDirectlyAbove).isPresent();
        NOT_YOURS.unless(township || county);
    }
}
