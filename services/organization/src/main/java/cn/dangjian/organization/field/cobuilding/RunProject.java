package cn.dangjian.organization.field.cobuilding;

import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.DAY_UNFIT;
import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.EVALUATED_ALREADY;
import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.MATCHED_ALREADY;
import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.NEED_UNKNOWN;
import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.RESOURCE_UNKNOWN;
import static cn.dangjian.organization.field.cobuilding.Project.COMPLETED;
import static cn.dangjian.organization.field.cobuilding.Project.ESTABLISHED;
import static cn.dangjian.organization.field.cobuilding.Project.EVALUATED;
import static cn.dangjian.organization.field.cobuilding.Project.MATCHED;

import cn.dangjian.organization.field.cobuilding.Project.Grade;
import cn.dangjian.organization.field.cobuilding.Project.Side;
import cn.dangjian.organization.field.cobuilding.Project.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 对接、立项、完成、双向评价: a community makes a project of a need and a resource, and both sides evaluate it. */
@Service
class RunProject {

    private final CobuildingListRepository lists;
    private final CobuildingProjectRepository projects;
    private final Directory directory;
    private final Cases<State, Project> cases;

    RunProject(
            CobuildingListRepository lists,
            CobuildingProjectRepository projects,
            Directory directory,
            CaseStore store) {
        this.lists = lists;
        this.projects = projects;
        this.directory = directory;
        this.cases = store.of(Project.KIND);
    }

    record MatchRequest(@Positive long need, @Positive long resource) {}

    record PlanRequest(
            @NotBlank @Size(max = 200) @Stripped String title,
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotNull LocalDate dueOn) {}

    record CompletionRequest(
            @NotNull LocalDate day,

            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String result) {}

    record EvaluationRequest(
            @NotNull Grade grade,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String text) {}

    /** @param desk sees the community's own unit only */
    @Transactional
    long match(MatchRequest request, Desk desk) {
        NEED_UNKNOWN.unless(lists.hold(request.need(), desk.scope()));
        var provider = lists.findProvider(request.resource(), desk.scope()).orElseThrow(RESOURCE_UNKNOWN);
        MATCHED_ALREADY.when(projects.isMatched(request.need()));

        var other = directory.named(List.of(provider.value())).getFirst();
        var opened = cases.open(MATCHED, desk.unit(), other, Said.today(desk), desk);
        projects.insert(opened.id(), request, desk.today());
        return opened.id();
    }

    @Transactional
    long establish(long id, PlanRequest request, Seen seen, Desk desk) {
        var said = Said.today(desk).by(request.document()).note(request.title());
        var held = cases.hold(id, desk).may(ESTABLISHED, said, seen);
        DAY_UNFIT.when(request.dueOn().isBefore(desk.today()));

        held.take(request.dueOn());
        projects.establish(id, request, desk.today());
        return id;
    }

    @Transactional
    long complete(long id, CompletionRequest request, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(COMPLETED, Said.on(request.day()).note(request.result()), seen);
        DAY_UNFIT.when(request.day().isBefore(projects.matchedOn(id)));

        held.take();
        projects.complete(id, request);
        return id;
    }

    @Transactional
    long evaluate(long id, EvaluationRequest request, Desk desk) {
        var said = Said.today(desk).note(request.grade().name());
        var held = cases.hold(id, desk).may(EVALUATED, said, Seen.any());
        var side = desk.isOf(held.file().unit().id()) ? Side.COMMUNITY : Side.PROVIDER;
        var evaluated = projects.listEvaluated(id);
        EVALUATED_ALREADY.when(evaluated.contains(side));

        if (evaluated.isEmpty()) held.note();
        else held.take();
        projects.evaluate(id, side, request, desk);
        return id;
    }
}
