package cn.dangjian.organization.tree.plan;

import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.rule.DivisionRules;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.Tier;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What may be where in the tree: tiers under tiers, kinds under kinds, codes under codes. */
@Component
class Fits {

    private static final String SEPARATOR = "-";

    private static final Map<Tier, Tier> ABOVE = Map.of(
            Tier.CITY, Tier.PROVINCE,
            Tier.COUNTY, Tier.CITY,
            Tier.TOWNSHIP, Tier.COUNTY,
            Tier.VILLAGE, Tier.TOWNSHIP);

    private static final Map<Tier, Set<Tier>> BELOW_DIVISIONS = Map.of(
            Tier.GROUP, Set.of(Tier.VILLAGE, Tier.BRANCH),
            Tier.HOUSEHOLD, Set.of(Tier.VILLAGE, Tier.BRANCH, Tier.GROUP));

    private final DivisionRules divisions;
    private final Kinds kinds;

    Fits(DivisionRules divisions, Kinds kinds) {
        this.divisions = divisions;
        this.kinds = kinds;
    }

    /** Whether people can be members of a unit: of a branch or a village, unless they only take part in its work. */
    boolean holdsMembers(Period unit) {
        return (unit.tier() == Tier.BRANCH || unit.tier() == Tier.VILLAGE)
                && !kinds.isOfChain(unit.kind())
                && !kinds.isTemporary(unit.kind());
    }

    /** What a code and a kind mean below a parent, or why they mean nothing there. */
    sealed interface Place {

        record Found(Tier tier, String kind, String domain) implements Place {}

        record None(Refusal why) implements Place {}
    }

    Place place(Operation.NewUnit unit, Period parent, LocalDate on) {
        var place = divisions
                .tier(unit.code())
                .map(tier -> division(tier, unit, parent, on))
                .orElseGet(() -> free(unit, parent));
        return place instanceof Place.Found found ? ending(unit, found, on) : place;
    }

    /** 临时党组织: temporary units, and no others, say when they are meant to end. */
    private Place ending(Operation.NewUnit unit, Place.Found found, LocalDate on) {
        var until = unit.until();
        if (!kinds.isTemporary(found.kind()))
            return until == null ? found : new Place.None(new Refusal.UntilUnfit(found.kind()));
        return until == null || !until.isAfter(on) ? new Place.None(new Refusal.UntilMissing(found.kind(), on)) : found;
    }

    private Place division(Tier tier, Operation.NewUnit unit, Period parent, LocalDate on) {
        if (ABOVE.get(tier) != parent.tier()) return new Place.None(new Refusal.WrongTier());
        var kind = divisions.kind(tier, unit.code(), unit.name(), on);
        if (kind.isEmpty() || !unit.code().startsWith(parent.code())) {
            return new Place.None(new Refusal.CodeUnfit(unit.code()));
        }
        String asked = unit.kind();
        if (asked == null || asked.equals(kind.get().kind()))
            return new Place.Found(tier, kind.get().kind(), kind.get().domain());
        if (!kinds.isRelated(asked, kind.get().kind())) return new Place.None(new Refusal.KindUnfit(asked));
        return new Place.Found(tier, asked, kind.get().domain());
    }

    private Place free(Operation.NewUnit unit, Period parent) {
        if (!unit.code().startsWith(parent.code() + SEPARATOR)) {
            return new Place.None(new Refusal.CodeUnfit(unit.code()));
        }
        String kind = unit.kind();
        var tier = kind == null ? Optional.<Tier>empty() : kinds.tier(kind);
        if (kind == null || tier.isEmpty()) return new Place.None(new Refusal.KindUnfit(String.valueOf(kind)));
        if (!isBelow(tier.get(), kind, parent)) return new Place.None(new Refusal.WrongTier());
        return new Place.Found(tier.get(), kind, parent.domain());
    }

    /** Whether a unit of this tier and kind may be directly below that one. */
    boolean isBelow(Tier tier, String kind, Period parent) {
        if (tier == Tier.BRANCH) {
            return parent.tier().compareTo(Tier.BRANCH) < 0
                    || (parent.tier() == Tier.BRANCH && kinds.rank(parent.kind()) > kinds.rank(kind));
        }
        var above = BELOW_DIVISIONS.get(tier);
        return above == null ? ABOVE.get(tier) == parent.tier() : above.contains(parent.tier());
    }

    /** Whether a unit may be supervised by the other one in a line (条). */
    boolean isSupervisor(Period by, Period unit) {
        return kinds.isLine(by.kind()) && unit.tier() == Tier.BRANCH;
    }

    /** Whether a unit of one kind may become one of the other. */
    boolean isRelated(String kind, String other) {
        return kinds.isRelated(kind, other);
    }

    /** Whether a unit of one kind becomes something higher when it becomes one of the other (升格). */
    boolean isUpgrade(String kind, String other) {
        return kinds.rank(other) > kinds.rank(kind);
    }
}
