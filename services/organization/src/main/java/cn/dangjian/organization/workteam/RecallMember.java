package cn.dangjian.organization.workteam;

import cn.dangjian.organization.tree.Days;
import cn.dangjian.organization.workteam.WorkTeam.Member;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 召回: a county or above recalls somebody of a work team for a reason, and says who comes instead; or ends the team. */
@Service
class RecallMember {

    private final WorkTeamRepository teams;
    private final Directory directory;
    private final Days days;

    RecallMember(WorkTeamRepository teams, Directory directory, Days days) {
        this.teams = teams;
        this.directory = directory;
        this.days = days;
    }

    /** @param name of the one who comes instead, from the same day on, and on the same footing */
    record Plan(
            long team,
            long member,
            LocalDate on,
            String reason,
            String document,
            String name,
            @Nullable Long account) {}

    @Transactional
    Outcome recall(Plan plan, @Nullable String ifMatch, Caller caller) {
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var found = teams.find(plan.team(), scope);
        var who = found.stream()
                .flatMap(team -> teams.listMembers(team, scope).stream())
                .filter(member -> member.id() == plan.member())
                .findFirst();
        if (found.isEmpty() || who.isEmpty()) return new Outcome.Unknown();
        if (!SendTeam.SENDERS.contains(own.tier())) return new Outcome.NotSender();
        var team = found.get();
        var member = who.get();
        ETags.requireMatch(ifMatch, team.version());
        if (team.endedOn() != null || member.recalledOn() != null) return new Outcome.Over();
        if (plan.on().isBefore(member.fromOn()) || plan.on().isAfter(days.today())) return new Outcome.WrongDay();

        teams.touch(team);
        teams.recall(member, plan.on(), plan.reason(), plan.document());
        var instead = Member.of(plan.name(), plan.account(), member.leader(), plan.on(), member.id());
        teams.add(team.id(), List.of(instead));
        return new Outcome.Done(teams.find(team.id(), scope).orElseThrow());
    }

    @Transactional
    Outcome end(long id, LocalDate on, @Nullable String ifMatch, Caller caller) {
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var found = teams.find(id, scope);
        if (found.isEmpty()) return new Outcome.Unknown();
        if (!SendTeam.SENDERS.contains(own.tier())) return new Outcome.NotSender();
        var team = found.get();
        ETags.requireMatch(ifMatch, team.version());
        if (team.endedOn() != null) return new Outcome.Over();
        if (on.isBefore(team.fromOn()) || on.isAfter(days.today())) return new Outcome.WrongDay();

        teams.touch(team);
        teams.end(team, on);
        return new Outcome.Done(teams.find(id, scope).orElseThrow());
    }

    sealed interface Outcome {
        record Done(WorkTeam team) implements Outcome {}

        record Unknown() implements Outcome {}

        record NotSender() implements Outcome {}

        record Over() implements Outcome {}

        record WrongDay() implements Outcome {}
    }
}
