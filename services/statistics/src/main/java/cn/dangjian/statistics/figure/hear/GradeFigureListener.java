package cn.dangjian.statistics.figure.hear;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.figure.kept.FoldFigures;
import cn.dangjian.statistics.figure.kept.Months;
import cn.dangjian.statistics.figure.kept.Told;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.statistics.figure.kept.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which grades (等次) were put on file: how many units have which, never who is before whom. */
@Component
class GradeFigureListener {

    // a campaign's rows are changed fewer times than this, so that whatever is said of a later year is newer
    private static final long YEAR = 1_000_000_000L;

    private final FoldFigures foldFigures;
    private final Days days;

    GradeFigureListener(FoldFigures foldFigures, Days days) {
        this.foldFigures = foldFigures;
        this.days = days;
    }

    /**
     * Of {@code assessment.appraisal-graded.v1}.
     *
     * @param filedAt null if that is when it is told
     */
    record AppraisalGraded(
            long appraisal, int year, @Nullable Instant filedAt, List<Graded> grades) {}

    record Graded(long unit, String grade) {}

    @Hears(value = "assessment.appraisal-graded.v1", order = Order.OWN)
    void on(List<Event<AppraisalGraded>> events) {
        var told = new ArrayList<Told>();
        for (var event : events) {
            var at = Objects.requireNonNullElse(event.data().filedAt(), event.occurredAt());
            var month = Months.of(days.dayOf(at));
            for (var one : event.data().grades())
                told.add(new Told(
                        "grade:" + one.unit(),
                        month,
                        one.unit(),
                        event.data().year() * YEAR + event.version(),
                        Origin.of(event),
                        Value.from(month)
                                .parts("assessment.grades", Map.of(one.grade(), 1L))
                                .list()));
        }
        foldFigures.fold(told);
    }

    /** Of {@code assessment.scores-frozen.v1}. */
    record ScoresFrozen(int year, List<Frozen> scores) {}

    /** @param version of a unit and year the greatest one counts */
    record Frozen(long unit, BigDecimal total, long version, Instant at) {}

    @Hears(value = "assessment.scores-frozen.v1", order = Order.OWN)
    void onScores(List<Event<ScoresFrozen>> events) {
        var told = new ArrayList<Told>();
        for (var event : events)
            for (var one : event.data().scores()) {
                var month = Months.of(days.dayOf(one.at()));
                told.add(new Told(
                        "score:" + one.unit(),
                        month,
                        one.unit(),
                        event.data().year() * YEAR + one.version(),
                        Origin.of(event),
                        Value.from(month)
                                .add("assessment.scored", 1)
                                .add(
                                        "assessment.points",
                                        one.total().movePointRight(2).longValueExact())
                                .list()));
            }
        foldFigures.fold(told);
    }
}
