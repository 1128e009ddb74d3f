package cn.dangjian.assessment.result.consequence;

import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.assessment.result.consequence.Consequence.State;
import cn.dangjian.assessment.result.consequence.ConsequenceRepository.Gap;
import cn.dangjian.assessment.result.consequence.ConsequenceRepository.Proposed;
import cn.dangjian.assessment.result.grade.GradeTable;
import cn.dangjian.assessment.result.grade.GradeTable.Standing;
import cn.dangjian.assessment.result.grade.GradingObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks people to look, when grades are on file (三个一律): of frozen years only, by rules that somebody has set, with the
 * trail of what they saw. Nothing about the unit changes.
 */
@Component
class ProposeConsequences implements GradingObserver {

    private static final String PLACES = "assessment.consequence.bottom.places";
    private static final String PEERS = "assessment.consequence.bottom.peers.least";
    private static final String SUBJECT = "service:assessment";

    private final GradeTable grades;
    private final ConsequenceRepository repository;
    private final Directory directory;
    private final Rulebook rulebook;
    private final Cases<State, ConsequenceStep> cases;

    ProposeConsequences(
            GradeTable grades,
            ConsequenceRepository repository,
            Directory directory,
            Rulebook rulebook,
            CaseStore store) {
        this.grades = grades;
        this.repository = repository;
        this.directory = directory;
        this.rulebook = rulebook;
        this.cases = store.of(ConsequenceStep.KIND);
    }

    @Override
    public void filed(long grading, long owner, int year, Desk desk) {
        var rules = rulebook.on(desk.today());
        var above = directory.named(List.of(owner)).getFirst();
        var trails = grades.listTrails(grading).stream().collect(groupingBy(Standing::unit));
        var units = directory.named(trails.keySet());
        // whoever has ended since is charged with nothing, nor is its heir
        for (var unit : units.stream()
                .filter(one -> !one.isAbolished())
                .sorted(Comparator.comparing(Unit::path))
                .toList()) {
            var trail = trails.getOrDefault(unit.id().value(), List.of()).stream()
                    .sorted(Comparator.comparingInt(Standing::year).reversed())
                    .toList();
            for (var ground : Ground.values()) ask(ground, unit, above, year, trail, rules, desk);
        }
    }

    private void ask(Ground ground, Unit unit, Unit owner, int year, List<Standing> trail, Rules rules, Desk desk) {
        var years = rules.find(ground.years(), owner.path());
        if (years.isEmpty()) return;
        int wanted = years.get().intValueExact();
        var seen = Trail.of(trail, year, ground == Ground.NO_RISE ? wanted + 1 : wanted);
        if (seen.isEmpty() || !holds(ground, seen, rules, owner.path())) return;
        if (repository.isProposed(unit.id().value(), owner.id().value(), year, ground)) return;
        var gaps = ground == Ground.BOTTOM_TEAM ? repository.listIncomplete(unit, year) : List.<Gap>of();
        if (ground == Ground.BOTTOM_TEAM && gaps.isEmpty()) return;
        String source = rules.source(ground.years(), owner.path());
        long id = cases.ask(State.PROPOSED, unit, ground.words(), SUBJECT, desk.now());
        repository.insert(new Proposed(id, unit.id().value(), owner.id().value(), year, ground, source), seen);
        repository.insertGaps(id, gaps);
    }

    private static boolean holds(Ground ground, List<Standing> seen, Rules rules, String path) {
        return switch (ground) {
            case FAILED, FAILED_AGAIN -> Trail.isPoor(seen);
            case NO_RISE -> Trail.isWithoutRise(seen);
            case BOTTOM, BOTTOM_TEAM -> {
                var places = rules.find(PLACES, path);
                yield places.isPresent()
                        && Trail.isBottom(seen, places.get().intValueExact(), rules.number(PEERS, path));
            }
        };
    }
}
