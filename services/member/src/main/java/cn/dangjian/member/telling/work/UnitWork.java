package cn.dangjian.member.telling.work;

import cn.dangjian.member.person.quality.Fact;
import cn.dangjian.member.person.quality.UnitQuality;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.Map;

/**
 * The work with the people of a unit, and of none below it: an item of {@code contracts/events/work-changed.v1}.
 *
 * @param asOf the day on which it was looked what is overdue
 */
record UnitWork(UnitId unit, LocalDate asOf, Files files, Development development, Floating floating) {

    /**
     * 完整率, of everybody whose file the unit keeps open.
     *
     * @param complete how many files lack nothing
     * @param asked how many facts are asked of all of them together
     * @param there how many of those are there
     * @param missing by fact, how many files lack it
     */
    record Files(int people, int complete, int asked, int there, Map<Fact, Integer> missing) {

        static Files of(UnitQuality quality) {
            return new Files(quality.people(), quality.whole(), quality.asked(), quality.there(), quality.missing());
        }
    }

    /**
     * 发展党员.
     *
     * @param stages by stage, how many are on the way
     * @param overdue of how many the next step should have been taken
     */
    record Development(Map<String, Integer> stages, int overdue) {}

    /**
     * 流动党员.
     *
     * @param out who belongs to the unit and stays elsewhere
     * @param in who stays here and belongs elsewhere
     * @param contacted to how many of those out somebody has spoken in time
     * @param overdue to how many nobody has
     * @param unknown how to reach how many of them nobody has written down
     */
    record Floating(int out, int in, int contacted, int overdue, int unknown) {

        static final Floating NONE = new Floating(0, 0, 0, 0, 0);

        Floating withIn(int people) {
            return new Floating(out, people, contacted, overdue, unknown);
        }
    }
}
