package cn.dangjian.statistics.figure.trend;

import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.trend.TrendQueries.Grown;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 走势: the totals of a unit at the end of each month, of all that stood below it then. */
@Component
public class Trend {

    /** A year, and the month of the year before that is compared with the last one. */
    private static final int MONTHS = 13;

    private final TrendQueries queries;

    Trend(TrendQueries queries) {
        this.queries = queries;
    }

    /** @param months the oldest first */
    public record Course(String measure, String name, String countedIn, List<Point> months) {

        /** The same with something added in each month. */
        public Course plus(ToLongFunction<YearMonth> more) {
            return new Course(
                    measure,
                    name,
                    countedIn,
                    months.stream()
                            .map(point -> new Point(point.month(), point.value() + more.applyAsLong(point.month())))
                            .toList());
        }
    }

    public record Point(YearMonth month, long value) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Course> of(Asked asked) {
        var grown = queries.list(asked.unit().id().value(), asked.measures(), asked.slot(), asked.month());
        return asked.measures().stream()
                .map(measure -> course(measure, asked.month(), grown))
                .toList();
    }

    private static Course course(Measure measure, LocalDate last, List<Grown> grown) {
        var points = new ArrayList<Point>();
        for (var month = last.minusMonths(MONTHS - 1L); !month.isAfter(last); month = month.plusMonths(1))
            points.add(new Point(YearMonth.from(month), value(measure, month, grown)));
        return new Course(measure.code(), measure.name(), measure.countedIn(), List.copyOf(points));
    }

    private static long value(Measure measure, LocalDate month, List<Grown> grown) {
        boolean state = measure.kind() == Kind.STATE;
        return grown.stream()
                .filter(each -> each.measure().equals(measure.code()))
                .filter(each ->
                        state ? !each.month().isAfter(month) : each.month().equals(month))
                .mapToLong(Grown::value)
                .sum();
    }
}
