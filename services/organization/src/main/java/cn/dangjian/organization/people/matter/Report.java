package cn.dangjian.organization.people.matter;

import cn.dangjian.platform.directory.UnitId;
import java.time.OffsetDateTime;

/** That somebody has reported; who and what stands in {@link Content}, for those whose reading is written down. */
record Report(long id, UnitId unitId, String post, int year, OffsetDateTime reportedAt) {

    /** Who reported, and what. It says nothing of itself, so that no log shows it. */
    record Content(String name, String content) {

        @Override
        public String toString() {
            return "Content[...]";
        }
    }

    /** A reading (查阅). */
    record Reading(long id, long account, long post, UnitId unitId, String purpose, OffsetDateTime at) {}
}
