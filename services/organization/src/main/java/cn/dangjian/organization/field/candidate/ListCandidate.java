package cn.dangjian.organization.field.candidate;

import cn.dangjian.organization.field.candidate.Candidate.State;
import cn.dangjian.organization.field.candidate.CandidateRepository.Proposed;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 列为候选: a unit with few stars stands in the county's list until people have decided; nothing about it changes. */
@Service
class ListCandidate {

    private static final String SUBJECT = "service:assessment";

    private final CandidateRepository candidates;
    private final CandidateBook book;
    private final Directory directory;
    private final Cases<State, CandidateStep> cases;

    ListCandidate(CandidateRepository candidates, CandidateBook book, Directory directory, CaseStore store) {
        this.candidates = candidates;
        this.book = book;
        this.directory = directory;
        this.cases = store.of(CandidateStep.KIND);
    }

    /** @throws IllegalStateException if there is no such unit: heard again behind it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void list(Proposed proposed, Instant at) {
        var graded = new UnitId(proposed.unit());
        cases.lock(graded);
        if (candidates.exists(proposed.grading(), proposed.unit())) return;
        var unit = unit(graded);
        var heir = heir(unit);
        long id = cases.ask(State.LISTED, heir.orElse(unit), note(proposed, unit), SUBJECT, at);
        candidates.insert(id, proposed);
        // whoever had the stars is gone, and nobody goes on with what it had
        if (heir.isEmpty() && unit.isAbolished()) cases.end(unit.id(), null, "原组织已撤销", SUBJECT, at);
        book.announce(List.of(id), SUBJECT);
    }

    private static String note(Proposed proposed, Unit unit) {
        return "“%s”%d年度评定为%d星（%s），请研究是否列为软弱涣散"
                .formatted(unit.name(), proposed.year(), proposed.stars(), proposed.document());
    }

    /** The last one in the line of those that have ended; none if the unit is there, or the line ends with no heir. */
    private Optional<Unit> heir(Unit unit) {
        if (!unit.isAbolished()) return Optional.empty();
        var next = candidates.findHeir(unit.id());
        if (next.isEmpty()) return Optional.empty();
        var heir = unit(next.get());
        return heir.isAbolished() ? heir(heir) : Optional.of(heir);
    }

    private Unit unit(UnitId id) {
        return directory.named(List.of(id.value())).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no unit " + id.value()));
    }
}
