package cn.dangjian.organization.register.venue;

import cn.dangjian.platform.directory.UnitId;

/** A place for Party activities of one unit. */
record Venue(long id, UnitId unitId, String name, long version) {

    /** What the township says to a report. */
    enum Verdict {
        VERIFIED,
        RETURNED
    }

    /** The same venue after its row was written. */
    Venue next() {
        return new Venue(id, unitId, name, version + 1);
    }
}
