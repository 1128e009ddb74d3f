package cn.dangjian.assessment.review.given;

import static cn.dangjian.assessment.review.given.GivenRefusal.CLOSED;
import static cn.dangjian.assessment.review.given.GivenRefusal.INDICATOR_UNKNOWN;
import static cn.dangjian.assessment.review.given.GivenRefusal.NOT_SCORED;

import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.frame.ContentTable;
import cn.dangjian.assessment.scheme.frame.ContentTable.Numbered;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.assessment.score.scoring.Scoring;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds by what a unit is scored, while its year is not closed. */
@Component
class Subject {

    private final Scoring scoring;
    private final SchemeTable schemes;
    private final ContentTable contents;
    private final GivenTable table;

    Subject(Scoring scoring, SchemeTable schemes, ContentTable contents, GivenTable table) {
        this.scoring = scoring;
        this.schemes = schemes;
        this.contents = contents;
        this.table = table;
    }

    /**
     * An indicator by which a unit is scored.
     *
     * @param asOf the last day of the part of the year that its owner scores, or today: what is given counts from it on
     */
    record Asked(Unit unit, Scheme scheme, Indicator indicator, LocalDate asOf) {}

    /**
     * A unit that the caller sees, or that his unit has scored in a part of a year: when it was moved away since, nobody else
     * can give its points of that part.
     */
    Optional<Unit> find(UnitId id, int year, Desk desk) {
        return desk.known(id).or(() -> table.findScored(id, year, desk.unit().id()));
    }

    /** By the scheme of the unit's own year: of the last part. */
    Asked own(Unit unit, int year, String code, Desk desk) {
        return asked(unit, year, code, scheme -> true, desk);
    }

    /** By a scheme that this owner has published. */
    Asked published(Unit unit, int year, String code, long owner, Desk desk) {
        return asked(unit, year, code, scheme -> scheme.unitId() == owner, desk);
    }

    /** Whether a scheme with the indicator that this owner has published scores a unit, in a year that is not closed. */
    boolean isScored(Unit unit, int year, String code, long owner, Desk desk) {
        var end = LocalDate.of(year, 12, 31);
        var last = desk.today().isBefore(end) ? desk.today() : end;
        if (last.getYear() != year) return false;
        return scoring.of(unit.id().value(), last).reversed().stream()
                .map(part -> schemes.get(part.scheme()))
                .filter(scheme -> scheme.unitId() == owner)
                .findFirst()
                .filter(scheme -> !table.isClosed(scheme))
                .filter(scheme -> contents.list(scheme.id()).stream()
                        .anyMatch(one -> one.indicator().code().equals(code)))
                .isPresent();
    }

    private Asked asked(Unit unit, int year, String code, Predicate<Scheme> whose, Desk desk) {
        var end = LocalDate.of(year, 12, 31);
        var last = desk.today().isBefore(end) ? desk.today() : end;
        NOT_SCORED.when(last.getYear() != year);
        var parts = scoring.of(unit.id().value(), last).reversed();
        for (var part : parts) {
            var scheme = schemes.get(part.scheme());
            if (!whose.test(scheme)) continue;
            CLOSED.when(table.isClosed(scheme));
            var indicator = contents.list(scheme.id()).stream()
                    .map(Numbered::indicator)
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> INDICATOR_UNKNOWN.with(code));
            return new Asked(unit, scheme, indicator, part.asOf());
        }
        throw NOT_SCORED.get();
    }
}
