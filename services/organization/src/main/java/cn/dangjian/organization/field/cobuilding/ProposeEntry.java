package cn.dangjian.organization.field.cobuilding;

import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.COMMUNITY_UNKNOWN;
import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.DAY_AHEAD;
import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.NOT_A_COMMUNITY;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出: a community lists what is needed, and a resident unit what it can give to a community of its county. */
@Service
class ProposeEntry {

    private final CobuildingListRepository lists;
    private final Directory directory;

    ProposeEntry(CobuildingListRepository lists, Directory directory) {
        this.lists = lists;
        this.directory = directory;
    }

    /** @param raisedBy who needs it, a group and no person */
    record NeedRequest(
            @NotBlank @Size(max = 200) @Stripped String title,

            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String text,

            @NotBlank @Size(max = 100) @Stripped String raisedBy,
            @NotNull LocalDate raisedOn) {}

    record ResourceRequest(
            @NotNull UnitId community,
            @NotBlank @Size(max = 200) @Stripped String title,

            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String text) {}

    @Transactional
    long need(NeedRequest request, Desk desk) {
        NOT_A_COMMUNITY.unless(desk.isAt(Tier.VILLAGE));
        if (request.raisedOn().isAfter(desk.today()))
            throw DAY_AHEAD.with(desk.today().toString());

        return lists.insert(request, desk);
    }

    @Transactional
    long offer(ResourceRequest request, Desk desk) {
        // another village of the county lies outside of what a village sees
        var community = directory
                .find(request.community(), lists.area(desk.unit()))
                .filter(unit -> !unit.isAbolished())
                .orElseThrow(COMMUNITY_UNKNOWN);
        NOT_A_COMMUNITY.when(community.tier() != Tier.VILLAGE || desk.isOf(community.id()));

        return lists.insert(request, desk);
    }
}
