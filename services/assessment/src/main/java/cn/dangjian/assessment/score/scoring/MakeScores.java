package cn.dangjian.assessment.score.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.assessment.score.median.MedianTable;
import cn.dangjian.assessment.score.scoring.DueTable.Due;
import cn.dangjian.assessment.score.scoring.ScoreTable.Part;
import cn.dangjian.assessment.score.scoring.TurnTable.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes scores: what some measures count, or all that a unit has. */
@Component
class MakeScores {

    private final Placement placement;
    private final ScoreTable scores;
    private final MedianTable medians;
    private final TurnTable turns;
    private final JsonMapper json;

    MakeScores(Placement placement, ScoreTable scores, MedianTable medians, TurnTable turns, JsonMapper json) {
        this.placement = placement;
        this.scores = scores;
        this.medians = medians;
        this.turns = turns;
        this.json = json;
    }

    /** Makes what is due anew, as of a day or the last one of its year. */
    void make(List<Due> marks, LocalDate today) {
        turns.take(
                marks.stream().map(mark -> new Turn(mark.unit(), mark.year())).toList());
        marks.stream()
                .collect(groupingBy(Due::year, TreeMap::new, groupingBy(Due::unit, mapping(Due::measure, toSet()))))
                .forEach((year, measures) -> make(measures, year, today));
    }

    private void make(Map<Long, Set<String>> measures, int year, LocalDate today) {
        var units = measures.keySet();
        var stored = scores.listParts(units, year);
        var frozen = stored.stream().filter(Part::frozen).map(MakeScores::key).collect(toSet());
        var last = LocalDate.of(year, 12, 31);
        var stays = placement.of(units, year, today.isBefore(last) ? today : last).stream()
                .filter(stay -> !frozen.contains(new Key(stay.unit(), stay.part(), 0)))
                .toList();
        var whole = whole(measures, stored, stays);
        var asked = new ArrayList<PartStay>();
        for (var stay : stays)
            if (whole.contains(stay.unit())) asked.add(stay);
            else for (var measure : Objects.requireNonNull(measures.get(stay.unit()))) asked.add(stay.of(measure));
        String text = json.writeValueAsString(asked);
        if (!whole.isEmpty()) scores.clear(whole, year, text);
        if (!asked.isEmpty()) scores.make(year, text);
        medians.mark(asked.stream()
                .map(stay -> new MedianTable.Due(stay.scheme(), stay.measure()))
                .distinct()
                .toList());
    }

    private record Key(long unit, LocalDate part, long scheme) {}

    private static Key key(Part part) {
        return new Key(part.unit(), part.part(), part.frozen() ? 0 : part.scheme());
    }

    /** Of whom all is to be made: it is asked for, or their year has other parts than those that are stored. */
    private static Set<Long> whole(Map<Long, Set<String>> measures, List<Part> stored, List<PartStay> stays) {
        var whole = new TreeSet<Long>();
        measures.forEach((unit, asked) -> {
            if (asked.contains("")) whole.add(unit);
        });
        var there = stored.stream()
                .filter(part -> !part.frozen())
                .map(MakeScores::key)
                .collect(toSet());
        var placed = stays.stream()
                .map(stay -> new Key(stay.unit(), stay.part(), stay.scheme()))
                .collect(toSet());
        for (var part : placed) if (!there.contains(part)) whole.add(part.unit());
        for (var part : there) if (!placed.contains(part)) whole.add(part.unit());
        return whole;
    }
}
