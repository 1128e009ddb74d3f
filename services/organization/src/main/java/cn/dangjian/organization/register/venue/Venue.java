package cn.dangjian.organization.register.venue;

import cn.dangjian.platform.directory.UnitId;
import org.jspecify.annotations.Nullable;

/** A place for Party activities of one unit. */
record Venue(long id, UnitId unitId, String name, long version) {

    /** What the township says to a report. */
    enum Verdict {
        VERIFIED,
        RETURNED
    }

    /** A verdict, and why a report is returned. */
    record Judgement(Verdict verdict, @Nullable String reason) {

        static Judgement verified() {
            return new Judgement(Verdict.VERIFIED, null);
        }

        static Judgement returned(String reason) {
            return new Judgement(Verdict.RETURNED, reason);
        }
    }

    /** The same venue after its row was written. */
    Venue next() {
        return new Venue(id, unitId, name, version + 1);
    }
}
