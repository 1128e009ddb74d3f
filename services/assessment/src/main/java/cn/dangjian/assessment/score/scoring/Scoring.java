package cn.dangjian.assessment.score.scoring;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.score.median.MedianTable;
import cn.dangjian.assessment.score.scoring.DueTable.Due;
import cn.dangjian.assessment.score.scoring.ScoreTable.Line;
import cn.dangjian.assessment.score.scoring.ScoreTable.Part;
import cn.dangjian.assessment.score.scoring.ScoreTable.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Scores some units of a year, or says what one would have; other rooms ask here. */
@Component
public class Scoring {

    private final Placement placement;
    private final ScoreTable scores;
    private final MedianTable medians;
    private final DueTable due;
    private final JsonMapper json;

    Scoring(Placement placement, ScoreTable scores, MedianTable medians, DueTable due, JsonMapper json) {
        this.placement = placement;
        this.scores = scores;
        this.medians = medians;
        this.due = due;
        this.json = json;
    }

    /** What is added to the facts of an indicator, to see what would be. */
    public record Change(long indicator, long numerator, long denominator) {

        /** Both together; of the same indicator. */
        public Change and(Change more) {
            return new Change(indicator, numerator + more.numerator, denominator + more.denominator);
        }
    }

    /** Points of an indicator; null where it does not apply. */
    public record Measured(
            long indicator,
            long numerator,
            long denominator,
            @Nullable Integer points) {}

    /** A part of a unit's year. */
    public record Scored(
            LocalDate part,
            LocalDate asOf,
            long scheme,
            List<Measured> lines,
            int points,
            int applicable,
            int additions,
            @Nullable Integer total,
            String stays) {}

    /** Makes the scores of some units in a year anew, as of a day or the year's last one. */
    public void score(Collection<Long> units, int year, LocalDate today) {
        var last = LocalDate.of(year, 12, 31);
        var frozen = new HashSet<>(scores.listFrozen(units, year));
        var stays = placement.of(units, year, today.isBefore(last) ? today : last).stream()
                .filter(stay -> !frozen.contains(new Part(stay.unit(), stay.part())))
                .toList();
        scores.make(units, year, json.writeValueAsString(stays));
        medians.mark(stays.stream().map(PartStay::scheme).distinct().sorted().toList());
    }

    /**
     * Scores some units of a year that is over once more and freezes what they have by these schemes: no fact changes it any
     * more. How many parts of their years that are.
     */
    public int freeze(Collection<Long> units, int year, Collection<Long> versions, Instant now) {
        var marks = units.stream().map(unit -> new Due(unit, year)).toList();
        // whoever scores one of them has its mark: it is waited for, and what was frozen is seen by whoever comes next
        due.hold(marks);
        score(units, year, LocalDate.of(year, 12, 31));
        int parts = scores.freeze(units, versions, now);
        due.done(marks);
        return parts;
    }

    /** What a unit has or would have on a day: nothing is stored. */
    public List<Scored> of(long unit, LocalDate day, List<Change> changes) {
        var stays = placement.of(List.of(unit), day.getYear(), day);
        String added = json.writeValueAsString(changes);
        String asked = json.writeValueAsString(stays);
        return scored(scores.listSums(asked, added), scores.listLines(asked, added), stays);
    }

    /** What a unit has on a day; of a part that was frozen with that day what was frozen, whatever came behind it. */
    public List<Scored> of(long unit, LocalDate day) {
        int year = day.getYear();
        var sums = scores.listFrozenSums(unit, year).stream()
                .filter(sum -> !sum.asOf().isAfter(day))
                .collect(toMap(Sum::partOn, sum -> sum));
        var now = of(unit, day, List.of());
        if (sums.isEmpty()) return now;
        var stays = placement.of(List.of(unit), year, day);
        var frozen = scored(List.copyOf(sums.values()), scores.listFrozenLines(unit, year), stays);
        return Stream.concat(frozen.stream(), now.stream().filter(part -> !sums.containsKey(part.part())))
                .sorted(Comparator.comparing(Scored::part))
                .toList();
    }

    private List<Scored> scored(List<Sum> sums, List<Line> lines, List<PartStay> stays) {
        return sums.stream()
                .map(sum ->
                        scored(sum, lines.stream().filter(line -> line.partOn().equals(sum.partOn())), stays))
                .toList();
    }

    private Scored scored(Sum sum, Stream<Line> lines, List<PartStay> stays) {
        return new Scored(
                sum.partOn(),
                sum.asOf(),
                sum.schemeId(),
                lines.map(line -> new Measured(line.indicatorId(), line.numerator(), line.denominator(), line.points()))
                        .toList(),
                sum.points(),
                sum.applicable(),
                sum.additions(),
                sum.total(),
                json.writeValueAsString(stays.stream()
                        .filter(stay -> stay.part().equals(sum.partOn()))
                        .toList()));
    }
}
