package cn.dangjian.assessment.appraise.tally;

import static cn.dangjian.assessment.appraise.tally.TallyRefusal.NOT_CLOSED;
import static cn.dangjian.assessment.appraise.tally.TallyRefusal.NOT_SHOWN;
import static cn.dangjian.assessment.appraise.tally.TallyRefusal.UNIT_UNKNOWN;
import static cn.dangjian.assessment.appraise.tally.TallyRefusal.UNKNOWN;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.appraise.campaign.Campaign;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.PlanTable;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.assessment.appraise.sheet.SheetTable;
import cn.dangjian.assessment.appraise.sheet.SheetTable.OnSite;
import cn.dangjian.assessment.appraise.tally.TallyView.BelowView;
import cn.dangjian.assessment.appraise.tally.TallyView.TalliesView;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the sheets say together. */
@Tag(name = "tallies 计票")
@RestController
class TallyController {

    private final CountSheets countSheets;
    private final CampaignTable campaigns;
    private final PlanTable plans;
    private final SheetTable sheets;

    TallyController(CountSheets countSheets, CampaignTable campaigns, PlanTable plans, SheetTable sheets) {
        this.countSheets = countSheets;
        this.campaigns = campaigns;
        this.plans = plans;
        this.sheets = sheets;
    }

    /**
     * How many have given their sheets.
     *
     * @param id of the object
     * @param lost how many have lost their post before they gave one
     */
    record TurnoutView(long id, String role, int entitled, int given, int lost) {}

    record TurnoutsView(long appraisal, List<TurnoutView> turnouts) {}

    @Operation(summary = "How many have given their sheets, by object and role; for the owner and those above")
    @GetMapping("/v1/appraisals/{id}/turnout")
    TurnoutsView turnout(@PathVariable long id, Desk desk) {
        owned(id, desk);
        return new TurnoutsView(
                id,
                sheets.listTurnout(id).stream()
                        .map(one ->
                                new TurnoutView(one.appraised(), one.role(), one.entitled(), one.given(), one.lost()))
                        .toList());
    }

    @Operation(
            summary = "What the sheets of all objects say, when the vote is closed; for the owner and those above",
            description =
                    "Sums from below only of as many sheets as the campaign says, and none from which a smaller one"
                            + " could be had.")
    @GetMapping("/v1/appraisals/{id}/tally")
    TalliesView tallies(@PathVariable long id, Desk desk) {
        var campaign = owned(id, desk);
        NOT_CLOSED.unless(campaign.state().isCounted());
        var tallies = countSheets.count(campaign);
        var onSite = onSite(id);
        return new TalliesView(
                id,
                tallies.entrySet().stream()
                        .map(each -> TallyView.of(
                                each.getKey(),
                                each.getValue(),
                                onSite.getOrDefault(each.getKey().id(), Map.of())))
                        .toList(),
                plans.listRoles(id).stream()
                        .filter(role -> role.voters().isSecret())
                        .flatMap(role -> Below.of(role, tallies.values(), campaign.belowLeast()).stream())
                        .map(BelowView::of)
                        .toList());
    }

    @Operation(summary = "What the sheets of an object say by role, when the vote is closed; for itself, too")
    @GetMapping("/v1/appraised-units/{id}/tally")
    TallyView tally(@PathVariable long id, Desk desk) {
        var appraised =
                campaigns.findAppraised(id, desk.scope(), Viewer.of(desk)).orElseThrow(UNIT_UNKNOWN);
        var campaign = campaigns.get(appraised.campaign());
        NOT_SHOWN.unless(desk.scope().contains(campaign.path()) || desk.isOf(appraised.unit()));
        NOT_CLOSED.unless(campaign.state().isCounted());
        return countSheets.count(campaign).entrySet().stream()
                .filter(each -> each.getKey().id() == id)
                .map(each -> TallyView.of(
                        each.getKey(), each.getValue(), onSite(campaign.id()).getOrDefault(id, Map.of())))
                .findFirst()
                .orElseThrow();
    }

    /** By object and role. */
    private Map<Long, Map<String, Integer>> onSite(long campaign) {
        return sheets.listOnSite(campaign).stream()
                .collect(groupingBy(OnSite::appraised, toMap(OnSite::role, OnSite::sheets)));
    }

    private Campaign owned(long id, Desk desk) {
        var campaign = campaigns.find(id, desk.scope(), Viewer.of(desk)).orElseThrow(UNKNOWN);
        NOT_SHOWN.unless(desk.scope().contains(campaign.path()));
        return campaign;
    }
}
