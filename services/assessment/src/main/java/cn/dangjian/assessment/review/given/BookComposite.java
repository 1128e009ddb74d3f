package cn.dangjian.assessment.review.given;

import static cn.dangjian.assessment.review.given.GivenRefusal.UNITS_NOT_SCORED;
import static cn.dangjian.assessment.review.given.GivenRefusal.UNIT_UNKNOWN;
import static cn.dangjian.assessment.review.given.GivenRefusal.WRONG_SOURCE;

import cn.dangjian.assessment.scheme.content.Method;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 计入考核: the room of 述职评议 books here what a campaign has given; it counts by the formula like any other fact. */
@Component
public class BookComposite {

    private final Subject subject;
    private final Marks marks;

    BookComposite(Subject subject, Marks marks) {
        this.subject = subject;
        this.marks = marks;
    }

    /**
     * What a campaign has given a unit.
     *
     * @param hundredths of a hundred points
     * @param words which campaign
     */
    public record Composite(UnitId unit, int hundredths, String words) {}

    /**
     * As points of an indicator by which people give points, of the schemes that the caller's unit has published.
     *
     * @throws cn.dangjian.platform.web.problem.ProblemException that names those for which this cannot be done, if it can for
     *     others
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(List<Composite> composites, int year, String indicator, Desk desk) {
        var unfit = new ArrayList<String>();
        for (var one : composites) {
            var unit = subject.find(one.unit(), year, desk).orElseThrow(UNIT_UNKNOWN);
            if (!subject.isScored(unit, year, indicator, desk.unit().id().value(), desk)) unfit.add(unit.name());
        }
        if (!unfit.isEmpty() && unfit.size() < composites.size())
            throw UNITS_NOT_SCORED.with(String.join("、", unfit), indicator);
        for (var one : composites) book(one, year, indicator, desk);
    }

    private void book(Composite composite, int year, String indicator, Desk desk) {
        var unit = subject.find(composite.unit(), year, desk).orElseThrow(UNIT_UNKNOWN);
        var asked = subject.published(unit, year, indicator, desk.unit().id().value(), desk);
        var method = asked.indicator().method();
        if (method != Method.VOTE && method != Method.EXPERT)
            throw WRONG_SOURCE.with(asked.indicator().name());
        var given = marks.hold(asked);
        var end = LocalDate.of(year, 12, 31);
        var day = desk.today().isBefore(end) ? desk.today() : end;
        var mark = new Mark(
                0, given.id(), Source.APPRAISAL, day, 1, composite.hundredths(), composite.words(), null, null);
        marks.add(given, asked, mark, desk);
    }
}
