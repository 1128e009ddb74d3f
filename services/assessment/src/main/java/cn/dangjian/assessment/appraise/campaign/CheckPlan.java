package cn.dangjian.assessment.appraise.campaign;

import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.CODE_TWICE;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.CRITERIA_OFF;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.NOBODY;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.POST_UNFIT;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.ROLE_UNFIT;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.TOO_FEW;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.UNIT_OTHER;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.WEIGHTS_OFF;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.WRONG_DAYS;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.WRONG_TIER;

import cn.dangjian.assessment.appraise.campaign.CampaignTable.Listed;
import cn.dangjian.assessment.appraise.campaign.Plan.Role;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 校核: with what no campaign begins. */
@Component
class CheckPlan {

    private static final String LEAST = "assessment.appraisal.below.least";
    private static final int ALL = 100;

    private final CampaignTable campaigns;
    private final Rulebook rulebook;

    CheckPlan(CampaignTable campaigns, Rulebook rulebook) {
        this.campaigns = campaigns;
        this.rulebook = rulebook;
    }

    /** Refuses what does not fit together, and answers who debriefs, and how. */
    List<Listed> check(Plan plan, Desk desk) {
        WRONG_TIER.unless(desk.isAt(plan.objects().owner()));
        refuseDays(plan, desk);
        refuseSums(plan);
        var rules = rulebook.on(desk.today());
        int least = rules.number(LEAST, desk.unit().path());
        if (plan.belowLeast() < least)
            throw TOO_FEW.with(least, rules.source(LEAST, desk.unit().path()));
        var units = campaigns.listBelow(plan.objects(), desk.asParents(), desk.scope());
        refuseOthers(plan, units);
        var objects = units.stream()
                .filter(unit -> !plan.except().contains(unit.id().value()))
                .toList();
        NOBODY.when(objects.isEmpty());
        for (var role : plan.roles()) refuseUnfit(role, plan, objects, desk);
        return objects.stream().map(unit -> listed(unit, plan)).toList();
    }

    private static Listed listed(Unit unit, Plan plan) {
        boolean isOther = plan.otherMode().contains(unit.id().value());
        return new Listed(unit.id().value(), isOther ? plan.mode().other() : plan.mode());
    }

    private static void refuseDays(Plan plan, Desk desk) {
        boolean inOrder = !plan.reportsUntil().isBefore(plan.reportsFrom())
                && !plan.voteFrom().isBefore(plan.reportsUntil())
                && !plan.voteUntil().isBefore(plan.voteFrom())
                && !plan.voteUntil().isBefore(desk.today());
        WRONG_DAYS.unless(inOrder);
    }

    private static void refuseSums(Plan plan) {
        var codes = new HashSet<String>();
        for (var role : plan.roles()) if (!codes.add(role.code())) throw CODE_TWICE.with(role.code());
        int weights = plan.roles().stream().mapToInt(Role::weight).sum();
        if (weights != ALL) throw WEIGHTS_OFF.with(weights);
        if (plan.criteria() == null) return;
        codes.clear();
        for (var one : plan.listed()) if (!codes.add(one.code())) throw CODE_TWICE.with(one.code());
        int most =
                plan.listed().stream().mapToInt(one -> one.most().hundredths()).sum();
        if (most != Points.HUNDRED.hundredths()) throw CRITERIA_OFF.with(new Points(most));
    }

    private static void refuseOthers(Plan plan, List<Unit> units) {
        var known = units.stream().map(unit -> unit.id().value()).collect(Collectors.toSet());
        for (long unit : plan.except()) if (!known.contains(unit)) throw UNIT_OTHER.with(String.valueOf(unit));
        for (long unit : plan.otherMode()) if (!known.contains(unit)) throw UNIT_OTHER.with(String.valueOf(unit));
    }

    private static void refuseUnfit(Role role, Plan plan, List<Unit> objects, Desk desk) {
        var tier = role.tier();
        boolean fits =
                switch (role.voters()) {
                    case NAMED -> role.posts() != null && tier == null;
                    case PEERS -> role.posts() == null && tier == null;
                    case BELOW ->
                        role.posts() == null
                                && tier != null
                                && tier.compareTo(plan.objects().tier()) > 0;
                };
        if (!fits) throw ROLE_UNFIT.with(role.name());
        for (var post : Objects.requireNonNullElse(role.posts(), List.<Plan.Post>of())) {
            // who stands below an object appraises it from below only: there nobody reads his sheet
            var unit = desk.find(new UnitId(post.unit()));
            if (unit.isEmpty() || isWithin(unit.get(), objects))
                throw POST_UNFIT.with(role.name(), String.valueOf(post.unit()));
        }
    }

    private static boolean isWithin(Unit unit, List<Unit> objects) {
        Set<String> paths = objects.stream().map(Unit::path).collect(Collectors.toSet());
        return paths.stream().anyMatch(path -> Scope.subtree(path).contains(unit.path()));
    }
}
