package cn.dangjian.organization.tree.temporary;

import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.rule.Deciders;
import cn.dangjian.organization.tree.temporary.PlannedEndRepository.Prolongation;
import cn.dangjian.organization.tree.temporary.PlannedEndRepository.Temporary;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期: whoever decides about a temporary unit lets it go on until a later day; what was planned before is kept. */
@Service
class Prolong {

    private final Tree tree;
    private final Directory directory;
    private final Deciders deciders;
    private final PlannedEndRepository ends;
    private final Days days;

    Prolong(Tree tree, Directory directory, Deciders deciders, PlannedEndRepository ends, Days days) {
        this.tree = tree;
        this.directory = directory;
        this.deciders = deciders;
        this.ends = ends;
        this.days = days;
    }

    /** @param document the number of the document (批准文号) */
    record Request(
            UnitId unit,
            LocalDate until,
            String document,
            String reason,
            @Nullable String ifMatch) {}

    @Transactional
    Outcome prolong(Request request, Caller caller) {
        tree.lock();
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var unit = directory.find(request.unit(), scope);
        if (unit.isEmpty()) return new Outcome.NoSuchUnit();
        var found = ends.find(request.unit(), scope);
        if (found.isEmpty()) return new Outcome.NotTemporary(unit.get().name());
        var decider = deciders.decider(
                unit.get().tier(), unit.get().kind(), unit.get().code(), days.today());
        if (own.tier().compareTo(decider) > 0) return new Outcome.NotDecider(decider);
        var temporary = found.get();
        ETags.requireMatch(request.ifMatch(), temporary.version());
        if (ends(temporary)) return new Outcome.Ending(temporary.name());
        var planned = temporary.until();
        var after = planned.isBefore(days.today()) ? days.today() : planned;
        if (!request.until().isAfter(after)) return new Outcome.NotLater(after);

        ends.update(temporary, request.until());
        ends.insert(
                request.unit(),
                new Prolongation(planned, request.until(), request.document(), request.reason(), days.now()),
                caller.subject());
        return new Outcome.Prolonged(ends.find(request.unit(), scope).orElseThrow());
    }

    /** Whether it has ended, or it is decided on which day it will. */
    private boolean ends(Temporary temporary) {
        var id = new UnitId(temporary.id());
        return tree.timelines(List.of(id)).values().stream()
                .anyMatch(timeline -> !timeline.end().equals(Period.FOREVER));
    }

    sealed interface Outcome {
        record Prolonged(Temporary unit) implements Outcome {}

        record NoSuchUnit() implements Outcome {}

        record NotTemporary(String name) implements Outcome {}

        record NotDecider(Tier decider) implements Outcome {}

        record Ending(String name) implements Outcome {}

        record NotLater(LocalDate than) implements Outcome {}
    }
}
