package cn.dangjian.organization.advice;

import cn.dangjian.organization.coverage.CoverageTable;
import cn.dangjian.organization.coverage.CoverageTable.Covering;
import cn.dangjian.organization.rulebook.Rulebook;
import cn.dangjian.organization.rulebook.Rules;
import cn.dangjian.organization.tree.Days;
import cn.dangjian.platform.directory.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All advice of today in the order of the tree, read from the facts part by part; nothing of it is kept. */
@Component
class AdviceBook {

    private static final int PART = 1000;

    /** Sorts after a path and before everything below it. */
    private static final String JUST_AFTER = "!";

    private final AdviceQueries queries;
    private final CoverageTable coverage;
    private final Advisor advisor;
    private final Rulebook rulebook;
    private final Days days;

    AdviceBook(AdviceQueries queries, CoverageTable coverage, Advisor advisor, Rulebook rulebook, Days days) {
        this.queries = queries;
        this.coverage = coverage;
        this.advisor = advisor;
        this.rulebook = rulebook;
        this.days = days;
    }

    /**
     * What was found in a part of the tree.
     *
     * @param upTo the last path that was looked at
     * @param rest where to look next; null if that was all
     */
    record Part(List<Advice> advice, String upTo, @Nullable Scope rest) {}

    Rules rules() {
        return rulebook.on(days.today());
    }

    /** The advice of the first thousand Party units of a scope, and of the register units among them. */
    Part part(Scope scope, Rules rules) {
        var units = queries.list(scope, PART);
        boolean last = units.size() < PART;
        String upTo = last ? scope.to() : units.getLast().path();
        var looked = new Scope(scope.from(), upTo);
        var covering = coverage.listCovering(looked, days.today()).stream()
                .collect(Collectors.toMap(Covering::partyUnit, Function.identity()));
        var advice = new ArrayList<Advice>();
        for (var unit : units) {
            var covers = covering.get(unit.id());
            var facts =
                    covers == null ? unit : unit.covering(covers.units(), covers.joint(), covers.withRetireeBranch());
            advice.addAll(advisor.advise(facts, rules));
        }
        for (var unit : coverage.listUncovered(looked, days.today())) advice.addAll(advisor.advise(unit, rules));
        advice.sort(Advice.ORDER);
        return new Part(advice, upTo, last ? null : new Scope(upTo + JUST_AFTER, scope.to()));
    }

    /** All advice about one Party unit, or about the register units that lie directly there. */
    List<Advice> at(String path) {
        return part(Scope.own(path), rules()).advice();
    }

    /** All advice about one register unit. */
    List<Advice> of(long registerUnit, Scope scope) {
        return coverage.findUncovered(registerUnit, scope, days.today()).stream()
                .flatMap(unit -> advisor.advise(unit, rules()).stream())
                .toList();
    }
}
