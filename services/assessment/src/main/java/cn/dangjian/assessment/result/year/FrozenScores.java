package cn.dangjian.assessment.result.year;

import cn.dangjian.assessment.again.ToldAgain;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.result.year.FrozenQueries.Frozen;
import cn.dangjian.assessment.score.scoring.Scoring;
import cn.dangjian.platform.events.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** 锁定的得分: freezes what units have, and says so; again if an appeal corrects it. */
@Component
public class FrozenScores implements ToldAgain {

    private static final String TYPE = "assessment.scores-frozen.v1";
    private static final String SERVICE = "service:assessment";
    private static final int AT_ONCE = 500;

    private final Scoring scoring;
    private final FrozenQueries queries;
    private final Outbox outbox;

    FrozenScores(Scoring scoring, FrozenQueries queries, Outbox outbox) {
        this.scoring = scoring;
        this.queries = queries;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/scores-frozen.v1}. */
    record ScoresFrozen(int year, String object, List<FrozenScore> scores) {}

    record FrozenScore(long unit, Points total, long version, Instant at) {}

    /** How many parts of the units' years that are. */
    int freeze(Collection<Long> units, int year, Collection<Long> versions, Instant now) {
        int parts = scoring.freeze(units, year, versions, now);
        tell(units, year);
        return parts;
    }

    /** What was frozen of a unit in a year, and what has become of it. */
    public void tell(long unit, int year) {
        tell(List.of(unit), year);
    }

    private void tell(Collection<Long> units, int year) {
        append(queries.list(units).stream()
                .filter(frozen -> frozen.year() == year)
                .toList());
    }

    @Override
    public String what() {
        return "SCORES";
    }

    @Override
    public long tellAgain(long after) {
        var units = queries.listUnits(after, AT_ONCE);
        if (units.isEmpty()) return -1;
        append(queries.list(units));
        return units.getLast();
    }

    /** In an event for each year and kind of unit, and for so many units. */
    private void append(List<Frozen> all) {
        var sets = new LinkedHashMap<String, List<Frozen>>();
        for (var one : all)
            sets.computeIfAbsent(one.year() + ":" + one.object(), set -> new ArrayList<>())
                    .add(one);
        for (var set : sets.values())
            for (int from = 0; from < set.size(); from += AT_ONCE)
                append(set.subList(from, Math.min(set.size(), from + AT_ONCE)), set.getFirst());
    }

    private void append(List<Frozen> some, Frozen first) {
        outbox.append(
                TYPE,
                "scores:" + first.year() + ":" + some.getFirst().unit(),
                some.stream().mapToLong(Frozen::version).max().orElse(1),
                SERVICE,
                new ScoresFrozen(
                        first.year(),
                        first.object(),
                        some.stream()
                                .map(one ->
                                        new FrozenScore(one.unit(), new Points(one.total()), one.version(), one.at()))
                                .toList()));
    }
}
