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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Of {@code assessment.appraisal-graded.v1}. */
    record AppraisalGraded(long appraisal, int year, List<Graded> grades) {}

    record Graded(long unit, String grade) {}

    @Hears(value = "assessment.appraisal-graded.v1", order = Order.OWN)
    void on(List<Event<AppraisalGraded>> events) {
        var told = new ArrayList<Told>();
        for (var event : events) {
            var month = Months.of(days.dayOf(event.occurredAt()));
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
}
