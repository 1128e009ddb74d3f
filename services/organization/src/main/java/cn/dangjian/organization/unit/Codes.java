package cn.dangjian.organization.unit;

import cn.dangjian.organization.rule.DivisionRules;
import cn.dangjian.organization.rule.Kinds;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import org.springframework.stereotype.Component;

/** Where in the tree a code belongs: a division code by rule R-34, or a free one that only begins like its parent's. */
@Component
class Codes {

    private static final String SEPARATOR = "-";

    private final DivisionRules divisions;
    private final Kinds kinds;

    Codes(DivisionRules divisions, Kinds kinds) {
        this.divisions = divisions;
        this.kinds = kinds;
    }

    /** What a code means below a parent, or why it means nothing there. */
    sealed interface Place {

        record Found(Tier tier, String kind, String domain) implements Place {}

        record None(Refusal why) implements Place {}
    }

    Place place(EstablishUnit.Plan plan, Unit parent) {
        return divisions
                .tier(plan.code())
                .map(tier -> division(tier, plan, parent))
                .orElseGet(() -> free(plan, parent));
    }

    private Place division(Tier tier, EstablishUnit.Plan plan, Unit parent) {
        if (!Superior.fits(tier, parent.tier())) return new Place.None(new Refusal.WrongTier());
        var kind = divisions.kind(tier, plan.code(), plan.name(), plan.on());
        if (kind.isEmpty() || !plan.code().startsWith(parent.code())) {
            return new Place.None(new Refusal.CodeUnfit(plan.code()));
        }
        String asked = plan.kind();
        if (asked != null && !asked.equals(kind.get().kind())) return new Place.None(new Refusal.KindUnfit(asked));
        return new Place.Found(tier, kind.get().kind(), kind.get().domain());
    }

    private Place free(EstablishUnit.Plan plan, Unit parent) {
        if (!plan.code().startsWith(parent.code() + SEPARATOR)) {
            return new Place.None(new Refusal.CodeUnfit(plan.code()));
        }
        if (!Superior.fits(Tier.BRANCH, parent.tier())) return new Place.None(new Refusal.WrongTier());
        String kind = plan.kind();
        if (kind == null || !kinds.isFree(kind)) return new Place.None(new Refusal.KindUnfit(String.valueOf(kind)));
        return new Place.Found(Tier.BRANCH, kind, parent.domain());
    }
}
