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

    Deciders() {}

    private record Row(Tier tier, String kind, Tier decidedBy, String province, LocalDate since) {

        boolean fits(Tier askedTier, String askedKind, String code, LocalDate day) {
            return tier == askedTier
                    && (kind.isEmpty() || kind.equals(askedKind))
                    && code.startsWith(province)
                    && !since.isAfter(day);
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
                .filter(row -> row.fits(tier, kind, code, day))
                .max(CLOSEST)
                .map(Row::decidedBy)
                .orElseThrow(() -> new IllegalArgumentException("Nobody decides about a unit of tier " + tier));
    }
}
