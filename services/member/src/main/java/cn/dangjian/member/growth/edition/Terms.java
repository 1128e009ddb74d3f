package cn.dangjian.member.growth.edition;

import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.platform.rules.calendar.WorkingCalendar;
import java.time.LocalDate;

/**
 * The numbers beside the steps, as they hold for one branch: rows {@code growth.…} of {@code rules/rules.csv}.
 *
 * @param age from how many years on somebody may apply
 * @param presentOver more than how many percent of those entitled must be present
 * @param yesOver more than how many percent of those entitled must agree
 * @param leavingMonths whoever leaves his unit within so many is not admitted there
 * @param firstDayCounts whether publicity counts from its first day
 * @param superiorAgrees whether the superior committee agrees to development objects, or only records them
 * @param stageKeepsEdition whether a stage that has begun goes on by the edition of its first day
 */
public record Terms(
        int age,
        Range contacts,
        int introducers,
        int trainingDays,
        int trainingHours,
        int presentOver,
        int yesOver,
        Range extension,
        int leavingMonths,
        boolean firstDayCounts,
        boolean superiorAgrees,
        boolean stageKeepsEdition) {

    /** From the least to the most, both allowed. */
    public record Range(int least, int most) {

        boolean holds(int number) {
            return number >= least && number <= most;
        }
    }

    /** @param path of the branch */
    public static Terms of(Rules rules, String path) {
        return new Terms(
                rules.number("growth.age.min", path),
                range(rules, "growth.contacts", path),
                rules.number("growth.introducers", path),
                rules.number("growth.training.days.min", path),
                rules.number("growth.training.hours.min", path),
                rules.number("growth.vote.present.over.percent", path),
                rules.number("growth.vote.yes.over.percent", path),
                range(rules, "growth.extension.months", path),
                rules.number("growth.leaving.months", path),
                isYes(rules, "growth.publicity.first-day", path),
                isYes(rules, "growth.object.superior-agrees", path),
                isYes(rules, "growth.stage.keeps-edition", path));
    }

    /** The last day of publicity that lasts so many working days. */
    LocalDate lastDay(LocalDate first, int workingDays, WorkingCalendar calendar) {
        return calendar.after(firstDayCounts ? first.minusDays(1) : first, workingDays);
    }

    private static Range range(Rules rules, String rule, String path) {
        return new Range(rules.number(rule + ".min", path), rules.number(rule + ".max", path));
    }

    private static boolean isYes(Rules rules, String rule, String path) {
        return rules.number(rule, path) != 0;
    }
}
