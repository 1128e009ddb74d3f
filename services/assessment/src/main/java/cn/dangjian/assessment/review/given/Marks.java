package cn.dangjian.assessment.review.given;

import static cn.dangjian.assessment.review.given.GivenRefusal.POINTS_OVER;
import static cn.dangjian.assessment.review.given.GivenRefusal.WAIVED;
import static cn.dangjian.assessment.review.given.GivenRefusal.WRONG_DAY;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.review.given.Subject.Asked;
import cn.dangjian.assessment.scheme.frame.ContentTable;
import cn.dangjian.platform.directory.desk.Desk;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes marks down; what they give together is a fact of the indicator itself, which the formula counts like any other. */
@Component
class Marks {

    private final GivenTable table;
    private final FactBook facts;

    Marks(GivenTable table, FactBook facts) {
        this.table = table;
        this.facts = facts;
    }

    Given hold(Asked asked) {
        return table.hold(
                asked.unit().id().value(), asked.scheme(), asked.indicator().code());
    }

    List<Mark> list(Given given) {
        return table.listMarks(List.of(given.id()));
    }

    /** A mark of these points; refuses what lies ahead, in another year, or over the weight. */
    void add(Given given, Asked asked, Mark mark, Desk desk) {
        WAIVED.when(given.waived() != null);
        boolean isOther = mark.day().getYear() < given.year() || mark.day().isAfter(desk.today());
        if (isOther) throw WRONG_DAY.with(LocalDate.of(given.year(), 1, 1), desk.today());
        var full = mark.source() == Source.APPRAISAL
                ? Points.HUNDRED
                : asked.indicator().weight();
        long most = (long) full.hundredths() * mark.sheets();
        if (mark.points() > most) throw POINTS_OVER.with(new Points(Math.toIntExact(most)));
        table.insert(mark, desk);
        tell(given, asked);
    }

    void withdraw(Given given, Asked asked, Mark mark, String reason) {
        table.withdraw(mark.id(), reason);
        tell(given, asked);
    }

    void waive(Given given, Asked asked, String reason, String document) {
        table.waive(given.id(), reason, document);
        tell(given, asked);
    }

    private void tell(Given given, Asked asked) {
        var now = table.find(given.id()).orElseThrow();
        var mix = now.waived() == null ? Mix.of(list(now), asked.indicator()) : Mix.NOTHING;
        String thing = "given:" + now.year() + ":" + now.id();
        String event = thing + ":" + now.version();
        facts.save(List.of(new Told(
                ContentTable.given(now.code()),
                thing,
                false,
                now.unitId(),
                List.of(new Value(asked.asOf(), mix.numerator(), mix.denominator())),
                UUID.nameUUIDFromBytes(event.getBytes(StandardCharsets.US_ASCII))
                        .toString(),
                now.version())));
    }
}
