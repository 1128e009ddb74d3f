package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.statistics.dispatch.Dispatch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The tree that a request asks for. What is wrong with it whatever the dispatch is said before the dispatch is looked for, what
 * only the dispatch can say is said to those who see it: to others no answer tells a dispatch from none.
 *
 * @param day null for where figures are counted
 * @param today when it was asked, in Beijing
 */
record Asked(@Nullable LocalDate day, LocalDate today) {

    private static final String NOW = "NOW";
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /**
     * @param tree null for where figures are counted; {@code NOW}, or a day
     * @throws cn.dangjian.platform.web.problem.ProblemException 400 if it is neither, or if a line is asked for it
     */
    static Asked of(@Nullable String tree, Scope scope, Instant now) {
        var today = now.atZone(BEIJING).toLocalDate();
        if (tree == null) return new Asked(null, today);
        ProgressRefusal.BLOCK_ONLY.when(scope.by() == Hierarchy.LINE);
        return new Asked(tree.equals(NOW) ? today : parse(tree), today);
    }

    private static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProgressRefusal.TREE_UNKNOWN.get();
        }
    }

    /**
     * A day on which the dispatch was out: on the tree of an earlier one, units that have since gone to somebody else would
     * show what they never did there.
     */
    private boolean isOutside(Dispatch dispatch) {
        return day != null && (day.isBefore(dispatch.issuedOn()) || day.isAfter(today));
    }

    /** The day on whose tree it is looked up whether the caller sees the dispatch: today, if the one asked for is none of it. */
    @Nullable
    LocalDate dayOf(Dispatch dispatch) {
        return isOutside(dispatch) ? today : day;
    }

    /** @param dispatch that the caller sees */
    void refuseOutside(Dispatch dispatch) {
        if (isOutside(dispatch))
            throw ProgressRefusal.DAY_OUTSIDE.with(dispatch.issuedOn().toString(), today.toString());
    }
}
