package cn.dangjian.organization.tree.rule;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.rules.RuleFile;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which tier at least decides about changes of a unit (审批权限). */
@Component
public class Deciders {

    private static final Comparator<Row> CLOSEST = Comparator.<Row>comparingInt(
                    row -> row.kind().isEmpty() ? 0 : 1)
            .thenComparingInt(row -> row.province().isEmpty() ? 0 : 1)
            .thenComparing(Row::since);

    private final List<Row> rows = RuleFile.read("deciders.csv").stream()
            .map(row -> new Row(
                    Tier.valueOf(row.getField("tier")),
                    row.getField("kind"),
                    Tier.valueOf(row.getField("decided_by")),
                    row.getField("province"),
                    LocalDate.parse(row.getField("since"))))
            .toList();

    private final Kinds kinds;

    Deciders(Kinds kinds) {
        this.kinds = kinds;
    }

    private record Row(Tier tier, String kind, Tier decidedBy, String province, LocalDate since) {

        boolean fits(Tier askedTier, String code, LocalDate day) {
            return tier == askedTier && code.startsWith(province) && !since.isAfter(day);
        }
    }

    /**
     * The lowest tier that decides; those above it may too.
     *
     * @param kind what the unit is, or shall become
     * @throws IllegalArgumentException if no rule says who does: a province
     */
    public Tier decider(Tier tier, String kind, String code, LocalDate day) {
        return rows.stream()
                .filter(row -> row.kind().isEmpty() || kinds.isAmong(List.of(row.kind()), kind))
                .filter(row -> row.fits(tier, code, day))
                .max(CLOSEST)
                .map(Row::decidedBy)
                .orElseThrow(() -> new IllegalArgumentException("Nobody decides about a unit of tier " + tier));
    }
}
