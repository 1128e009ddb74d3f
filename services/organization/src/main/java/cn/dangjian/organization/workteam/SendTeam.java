package cn.dangjian.organization.workteam;

import cn.dangjian.organization.tree.Days;
import cn.dangjian.organization.workteam.WorkTeam.Member;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.web.caller.Caller;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 派驻: a county or above sends a work team to a village, with one who leads it. */
@Service
class SendTeam {

    static final Set<Tier> SENDERS = Set.of(Tier.PROVINCE, Tier.CITY, Tier.COUNTY);

    private final WorkTeamRepository teams;
    private final Directory directory;
    private final Days days;

    SendTeam(WorkTeamRepository teams, Directory directory, Days days) {
        this.teams = teams;
        this.directory = directory;
        this.days = days;
    }

    @Transactional
    Outcome send(WorkTeam team, List<Member> members, Caller caller) {
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var village =
                directory.find(team.unitId(), scope).filter(unit -> unit.tier() == Tier.VILLAGE && !unit.isAbolished());
        if (village.isEmpty()) return new Outcome.NoSuchVillage();
        if (!SENDERS.contains(own.tier())) return new Outcome.NotSender();
        if (team.fromOn().isAfter(days.today())) return new Outcome.WrongDay();
        if (members.stream().filter(Member::leader).count() != 1) return new Outcome.NotOneLeader();

        long id = teams.insert(team);
        teams.add(id, members);
        return new Outcome.Sent(teams.find(id, scope).orElseThrow());
    }

    sealed interface Outcome {
        record Sent(WorkTeam team) implements Outcome {}

        record NoSuchVillage() implements Outcome {}

        record NotSender() implements Outcome {}

        record WrongDay() implements Outcome {}

        record NotOneLeader() implements Outcome {}
    }
}
