package cn.dangjian.assessment.appraise.tally;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.Campaign;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.Plan.Role;
import cn.dangjian.assessment.appraise.campaign.PlanTable;
import cn.dangjian.assessment.appraise.sheet.SheetTable;
import cn.dangjian.assessment.appraise.sheet.SheetTable.Counted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 计票: counts the sheets of a campaign; when its vote is closed, always with the same result. */
@Component
public class CountSheets {

    private final CampaignTable campaigns;
    private final PlanTable plans;
    private final SheetTable sheets;

    CountSheets(CampaignTable campaigns, PlanTable plans, SheetTable sheets) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.sheets = sheets;
    }

    /** What sheets of an object come from a role. */
    private record Key(long appraised, String role) {}

    /** By object, in the order of the tree. */
    public Map<Appraised, Tally> count(Campaign campaign) {
        var roles = plans.listRoles(campaign.id());
        var given = sheets.listCounted(campaign.id()).stream()
                .collect(groupingBy(sheet -> new Key(sheet.appraised(), sheet.role())));
        var entitled = sheets.listTurnout(campaign.id()).stream()
                .collect(toMap(turnout -> new Key(turnout.appraised(), turnout.role()), SheetTable.Turnout::entitled));
        var tallies = new LinkedHashMap<Appraised, Tally>();
        for (var appraised : campaigns.listAppraised(campaign.id()))
            tallies.put(appraised, tally(appraised.id(), roles, given, entitled, campaign));
        return tallies;
    }

    private static Tally tally(
            long appraised,
            List<Role> roles,
            Map<Key, List<Counted>> given,
            Map<Key, Integer> entitled,
            Campaign campaign) {
        var parts = roles.stream()
                .map(role -> {
                    var key = new Key(appraised, role.code());
                    return Part.of(
                            role,
                            entitled.getOrDefault(key, 0),
                            given.getOrDefault(key, List.of()),
                            campaign.cut(),
                            campaign.belowLeast());
                })
                .toList();
        return Tally.of(appraised, parts);
    }
}
