package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.Project.Grade;
import cn.dangjian.organization.field.cobuilding.Project.Side;
import cn.dangjian.organization.field.cobuilding.Project.State;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 对接、立项、完成、双向评价: a community makes a project of a need and a resource, and both sides evaluate it. */
@Service
class RunProject {

    private final CobuildingListRepository lists;
    private final CobuildingProjectRepository projects;
    private final Directory directory;
    private final Days days;

    RunProject(CobuildingListRepository lists, CobuildingProjectRepository projects, Directory directory, Days days) {
        this.lists = lists;
        this.projects = projects;
        this.directory = directory;
        this.days = days;
    }

    record Plan(String title, String document, LocalDate dueOn) {}

    record Evaluation(Grade grade, String text) {}

    @Transactional
    Outcome match(long need, long resource, Caller caller) {
        var own = Scope.own(directory.unitOf(caller).path());
        if (lists.findForUpdate(need, own).isEmpty()) return new Outcome.NoSuchNeed();
        var offered = lists.findResource(resource, own);
        if (offered.isEmpty()) return new Outcome.NoSuchResource();
        if (projects.isMatched(need)) return new Outcome.MatchedAlready();

        return new Outcome.Done(projects.insert(need, offered.get(), days.today()));
    }

    @Transactional
    Outcome establish(long id, Plan plan, @Nullable String ifMatch, Caller caller) {
        var found = projects.find(id, scope(caller));
        if (found.isEmpty()) return new Outcome.NoSuchProject();
        var project = found.get();
        if (project.unitId().value() != caller.unit()) return new Outcome.NotYours();
        if (project.state() != State.MATCHED) return new Outcome.WrongState(project.state());
        ETags.requireMatch(ifMatch, project.version());
        if (plan.dueOn().isBefore(days.today())) return new Outcome.DayUnfit();

        projects.establish(project, plan, days.today());
        return new Outcome.Done(id);
    }

    @Transactional
    Outcome complete(long id, LocalDate day, String result, @Nullable String ifMatch, Caller caller) {
        var found = projects.find(id, scope(caller));
        if (found.isEmpty()) return new Outcome.NoSuchProject();
        var project = found.get();
        if (project.unitId().value() != caller.unit()) return new Outcome.NotYours();
        if (project.state() != State.ESTABLISHED) return new Outcome.WrongState(project.state());
        ETags.requireMatch(ifMatch, project.version());
        if (day.isAfter(days.today()) || day.isBefore(project.matchedOn())) return new Outcome.DayUnfit();

        projects.complete(project, day, result);
        return new Outcome.Done(id);
    }

    @Transactional
    Outcome evaluate(long id, Evaluation evaluation, Caller caller) {
        var found = projects.find(id, scope(caller));
        if (found.isEmpty()) return new Outcome.NoSuchProject();
        var project = found.get();
        var side = side(project, caller);
        if (side == null) return new Outcome.NotYours();
        if (project.completedOn() == null) return new Outcome.WrongState(project.state());
        if (projects.hasEvaluated(project, side)) return new Outcome.EvaluatedAlready();

        projects.evaluate(project, side, evaluation, caller, days.now());
        return new Outcome.Done(id);
    }

    private Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }

    private static @Nullable Side side(Project project, Caller caller) {
        if (project.unitId().value() == caller.unit()) return Side.COMMUNITY;
        return project.providerId().value() == caller.unit() ? Side.PROVIDER : null;
    }

    sealed interface Outcome {
        record Done(long project) implements Outcome {}

        record NoSuchNeed() implements Outcome {}

        record NoSuchResource() implements Outcome {}

        record MatchedAlready() implements Outcome {}

        record NoSuchProject() implements Outcome {}

        record NotYours() implements Outcome {}

        record WrongState(State state) implements Outcome {}

        record DayUnfit() implements Outcome {}

        record EvaluatedAlready() implements Outcome {}
    }
}
