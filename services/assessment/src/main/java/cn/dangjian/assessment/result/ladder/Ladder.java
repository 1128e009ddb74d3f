package cn.dangjian.assessment.result.ladder;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.RuleFile;
import cn.dangjian.platform.rules.book.Rules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rows of {@code rules/ladder.csv}, with the numbers that hold somewhere on a day. */
@Component
public class Ladder {

    private static final String APPEAL = "assessment.consequence.appeal.days";

    private final Map<Measure, Rung> rungs = RuleFile.read("ladder.csv").stream()
            .map(row -> new Rung(
                    Measure.valueOf(row.getField("measure")),
                    row.getField("name"),
                    Set.copyOf(Arrays.asList(row.getField("triggers").split("\\|", -1))),
                    Tier.valueOf(row.getField("approver")),
                    row.getField("talk").equals("1"),
                    row.getField("source"),
                    row.getField("certainty")))
            .collect(toMap(Rung::measure, rung -> rung, (one, other) -> one, () -> new EnumMap<>(Measure.class)));

    Ladder() {}

    /**
     * A step.
     *
     * @param triggers the grounds that may lead to it
     * @param approver the lowest tier that decides it
     * @param talk whether it is held as a talk, of which a record is kept
     */
    public record Rung(
            Measure measure,
            String name,
            Set<String> triggers,
            Tier approver,
            boolean talk,
            String source,
            String certainty) {

        public boolean comesFrom(Enum<?> ground) {
            return triggers.contains(ground.name());
        }

        public boolean isFor(Desk desk) {
            return !desk.isBelow(approver);
        }
    }

    /** The mildest first. */
    List<Rung> list() {
        return List.copyOf(rungs.values());
    }

    public Rung get(Measure measure) {
        return Objects.requireNonNull(rungs.get(measure));
    }

    /** By when what was decided on a day is carried out; none where nobody has set a number. */
    public Optional<LocalDate> due(Measure measure, LocalDate decided, Rules rules, String path) {
        return rules.find(measure.days(), path).map(days -> decided.plusDays(days.intValueExact()));
    }

    /** In how many days it may be contested, and where that is written: its own number, or the general one. */
    public Appeal appeal(Measure measure, Rules rules, String path) {
        var own = rules.find(measure.appealDays(), path);
        String rule = own.isPresent() ? measure.appealDays() : APPEAL;
        return new Appeal(
                own.map(BigDecimal::intValueExact).orElseGet(() -> rules.number(APPEAL, path)),
                rules.source(rule, path));
    }

    public record Appeal(int days, String source) {}
}
