package cn.dangjian.organization.people.workteam;

import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.NOT_ONE_LEADER;
import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.NOT_SENDER;
import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.UNKNOWN;
import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.WRONG_DAY;

import cn.dangjian.organization.people.workteam.WorkTeam.Member;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
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

/** 派驻: a county or above sends a work team to a village, with one who leads it. */
@Service
class SendTeam {

    private final WorkTeamRepository teams;

    SendTeam(WorkTeamRepository teams) {
        this.teams = teams;
    }

    record TeamRequest(
            @NotBlank @Size(max = 200) @Stripped String sendingUnit,
            @NotNull LocalDate from,
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid MemberRequest> members) {}

    record MemberRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long account,
            @NotNull Boolean leader) {}

    @Transactional
    WorkTeam send(UnitId village, TeamRequest request, Desk desk) {
        UNKNOWN.when(desk.find(village, Tier.VILLAGE).isEmpty());
        NOT_SENDER.when(desk.isBelow(Tier.COUNTY));
        WRONG_DAY.when(request.from().isAfter(desk.today()));
        NOT_ONE_LEADER.unless(
                request.members().stream().filter(MemberRequest::leader).count() == 1);

        long id = teams.insert(village, request);
        teams.add(
                id, request.members().stream().map(one -> member(one, request)).toList());
        return teams.find(id, desk.scope()).orElseThrow();
    }

    private static Member member(MemberRequest one, TeamRequest request) {
        return Member.of(one.name(), one.account(), one.leader(), request.from(), null);
    }
}
