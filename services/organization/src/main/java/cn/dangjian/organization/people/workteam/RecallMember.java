package cn.dangjian.organization.people.workteam;

import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.NOT_SENDER;
import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.OVER;
import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.UNKNOWN;
import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.WRONG_DAY;

import cn.dangjian.organization.people.workteam.WorkTeam.Member;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 召回: a county or above recalls somebody of a work team for a reason, and says who comes instead; or ends the team. */
@Service
class RecallMember {

    private final WorkTeamRepository teams;

    RecallMember(WorkTeamRepository teams) {
        this.teams = teams;
    }

    /** @param replacement who comes instead, from the same day on, and on the same footing */
    record RecallRequest(
            @NotNull LocalDate on,

            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason,

            @NotBlank @Size(max = 100) @Stripped String document,
            @NotNull @Valid ReplacementRequest replacement) {}

    record ReplacementRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long account) {}

    @Transactional
    WorkTeam recall(long id, long member, RecallRequest request, Seen seen, Desk desk) {
        var team = teams.find(id, desk.scope()).orElseThrow(UNKNOWN);
        var recalled = teams.listMembers(team, desk.scope()).stream()
                .filter(one -> one.id() == member)
                .findFirst()
                .orElseThrow(UNKNOWN);
        refuse(team, seen, desk);
        OVER.when(recalled.recalledOn() != null);
        WRONG_DAY.when(request.on().isBefore(recalled.fromOn()) || request.on().isAfter(desk.today()));

        teams.touch(team);
        teams.recall(recalled, request);
        var instead = request.replacement();
        teams.add(id, List.of(Member.of(instead.name(), instead.account(), recalled.leader(), request.on(), member)));
        return teams.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    WorkTeam end(long id, LocalDate on, Seen seen, Desk desk) {
        var team = teams.find(id, desk.scope()).orElseThrow(UNKNOWN);
        refuse(team, seen, desk);
        WRONG_DAY.when(on.isBefore(team.fromOn()) || on.isAfter(desk.today()));

        teams.touch(team);
        teams.end(team, on);
        return teams.find(id, desk.scope()).orElseThrow();
    }

    private static void refuse(WorkTeam team, Seen seen, Desk desk) {
        NOT_SENDER.when(desk.isBelow(Tier.COUNTY));
        seen.require(team.version());
        OVER.when(team.endedOn() != null);
    }
}
