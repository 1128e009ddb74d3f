package cn.dangjian.assessment.result.appeal;

import static cn.dangjian.assessment.result.appeal.AppealRefusal.NOT_SCORED;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.result.appeal.CorrectionRepository.Correction;
import cn.dangjian.assessment.score.scoring.Scoring;
import cn.dangjian.assessment.score.scoring.Scoring.Change;
import cn.dangjian.assessment.score.scoring.Scoring.Measured;
import cn.dangjian.assessment.score.scoring.Scoring.Scored;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The score that is contested, and what it would be with other facts: by the one formula. */
@Component
class Contest {

    private final Scoring scoring;

    Contest(Scoring scoring) {
        this.scoring = scoring;
    }

    /** What a part had before, and what it has. */
    record Outcome(Scored before, Scored after) {

        @Nullable
        Integer pointsBefore(long indicator) {
            return line(before, indicator).points();
        }

        @Nullable
        Integer points(long indicator) {
            return line(after, indicator).points();
        }

        /** Whether the unit has more of the indicator than before, and not less in sum. */
        boolean isBetter(long indicator) {
            return better(pointsBefore(indicator), points(indicator)) > 0 && better(before.total(), after.total()) >= 0;
        }

        private static int better(@Nullable Integer was, @Nullable Integer is) {
            return Integer.compare(is == null ? -1 : is, was == null ? -1 : was);
        }
    }

    /** The part in which a day lies, as of that day. */
    Scored on(UnitId unit, LocalDate day) {
        var parts = scoring.of(unit.value(), day);
        NOT_SCORED.when(parts.isEmpty());
        return parts.getLast();
    }

    /** The last day of a year, or today. */
    static LocalDate last(int year, LocalDate today) {
        var end = LocalDate.of(year, 12, 31);
        return today.isBefore(end) ? today : end;
    }

    /** A part as it is stored, or stands today. */
    Scored part(UnitId unit, LocalDate last, LocalDate part) {
        return find(scoring.of(unit.value(), last), part);
    }

    /**
     * What a change makes of a part.
     *
     * @param last the last day of the part, or today
     * @param noted what stands beside it already
     */
    Outcome change(UnitId unit, LocalDate part, LocalDate last, Collection<Correction> noted, Change change) {
        var stored = find(scoring.of(unit.value(), last), part);
        var now = find(scoring.of(unit.value(), last, List.of()), part);
        var measured = now.lines().stream().collect(toMap(Measured::indicator, line -> line));
        var base = new LinkedHashMap<Long, Change>();
        // what was heard behind the freeze is taken off again
        for (var line : stored.lines()) {
            var is = Objects.requireNonNull(measured.get(line.indicator()));
            add(
                    base,
                    new Change(
                            line.indicator(),
                            line.numerator() - is.numerator(),
                            line.denominator() - is.denominator()));
        }
        for (var one : noted) add(base, new Change(one.indicatorId(), one.numerator(), one.denominator()));
        var before = find(scoring.of(unit.value(), last, List.copyOf(base.values())), part);
        add(base, change);
        var after = find(scoring.of(unit.value(), last, List.copyOf(base.values())), part);
        return new Outcome(before, after);
    }

    static Measured line(Scored scored, long indicator) {
        return scored.lines().stream()
                .filter(line -> line.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private static Scored find(Collection<Scored> parts, LocalDate part) {
        return parts.stream().filter(one -> one.part().equals(part)).findFirst().orElseThrow(NOT_SCORED);
    }

    private static void add(Map<Long, Change> changes, Change more) {
        changes.merge(more.indicator(), more, Change::and);
    }
}
