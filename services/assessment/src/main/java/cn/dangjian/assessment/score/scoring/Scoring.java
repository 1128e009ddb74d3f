package cn.dangjian.assessment.score.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.assessment.score.scoring.DueTable.Due;
import cn.dangjian.assessment.score.scoring.ScoreTable.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says what a unit has or would have, and freezes what units have; other rooms ask here. */
@Component
public class Scoring {

    private final Placement placement;
    private final ScoreTable scores;
    private final DueTable due;
    private final MakeScores making;
    private final JsonMapper json;

    Scoring(Placement placement, ScoreTable scores, DueTable due, MakeScores making, JsonMapper json) {
        this.placement = placement;
        this.scores = scores;
        this.due = due;
        this.making = making;
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

    /**
     * Scores some units of a year that is over once more and freezes what they have by these schemes: no fact changes it any
     * more. How many parts of their years that are.
     */
    public int freeze(Collection<Long> units, int year, Collection<Long> versions, Instant now) {
        // whoever scores one of them is waited for, and whoever comes next sees what was frozen
        making.make(units.stream().map(unit -> new Due(unit, year, "")).toList(), LocalDate.of(year, 12, 31));
        return scores.freeze(units, versions, now);
    }

    /** What a unit has or would have on a day, from its facts: nothing is stored. */
    public List<Scored> of(long unit, LocalDate day, List<Change> changes) {
        return made(placement.of(List.of(unit), day.getYear(), day), changes);
    }

    private List<Scored> made(List<PartStay> stays, List<Change> changes) {
        if (stays.isEmpty()) return List.of();
        return scored(scores.listLines(json.writeValueAsString(stays), json.writeValueAsString(changes)), stays);
    }

    /**
     * What a unit has on a day; of a part that was frozen with that day what was frozen, whatever came behind it. While nothing
     * is due, what is stored is what the formula says, and is taken.
     */
    public List<Scored> of(long unit, LocalDate day) {
        int year = day.getYear();
        // asked before anything else is read: what is scored meanwhile is seen
        boolean isBehind = due.isBehind(unit, year, day);
        var stored = scores.listStored(unit, year).stream()
                .filter(line -> !line.asOf().isAfter(day) && (line.frozen() || !isBehind))
                .toList();
        var stays = placement.of(List.of(unit), year, day);
        var placed = stays.stream()
                .map(stay -> new Placed(stay.part(), stay.scheme()))
                .collect(toSet());
        var taken = stored.stream()
                .filter(line -> line.frozen() || placed.contains(new Placed(line.partOn(), line.schemeId())))
                .toList();
        var parts = taken.stream().map(Line::partOn).collect(toSet());
        var open = stays.stream().filter(stay -> !parts.contains(stay.part())).toList();
        return Stream.concat(scored(taken, stays).stream(), made(open, List.of()).stream())
                .sorted(Comparator.comparing(Scored::part))
                .toList();
    }

    private record Placed(LocalDate part, long scheme) {}

    private List<Scored> scored(List<Line> lines, List<PartStay> stays) {
        return lines.stream().collect(groupingBy(Line::partOn, TreeMap::new, toList())).values().stream()
                .map(each -> part(each, stays))
                .toList();
    }

    private Scored part(List<Line> lines, List<PartStay> all) {
        var sum = lines.getFirst();
        var stays =
                all.stream().filter(stay -> stay.part().equals(sum.partOn())).toList();
        return new Scored(
                sum.partOn(),
                // of what goes on that day, since nothing has changed
                sum.frozen() || stays.isEmpty() ? sum.asOf() : stays.getLast().asOf(),
                sum.schemeId(),
                lines.stream()
                        .map(line ->
                                new Measured(line.indicatorId(), line.numerator(), line.denominator(), line.line()))
                        .toList(),
                sum.points(),
                sum.applicable(),
                sum.additions(),
                sum.total(),
                json.writeValueAsString(stays));
    }
}
