package cn.dangjian.assessment.result.consequence;

import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.BELOW_APPROVER;
import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.HEARING_OPEN;
import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.NOT_TRIGGERED;
import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.NOT_YOURS;
import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.TOO_LATE;

import cn.dangjian.assessment.result.consequence.Consequence.State;
import cn.dangjian.assessment.result.ladder.Ladder;
import cn.dangjian.assessment.result.ladder.Measure;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 告知、听取、决定、申诉: what people do with what a rule has asked; no rule decides anything (U-13). */
@Service
class DecideConsequence {

    private static final String HEARING = "assessment.consequence.hearing.days";
    private static final String DECISION = "assessment.consequence.decision.days";

    private final ConsequenceRepository repository;
    private final Ladder ladder;
    private final Rulebook rulebook;
    private final Cases<State, ConsequenceStep> cases;

    DecideConsequence(ConsequenceRepository repository, Ladder ladder, Rulebook rulebook, CaseStore store) {
        this.repository = repository;
        this.ladder = ladder;
        this.rulebook = rulebook;
        this.cases = store.of(ConsequenceStep.KIND);
    }

    record DecisionRequest(
            @NotNull Measure measure,
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    /** The unit is told, and heard for some days. */
    @Transactional
    Consequence notice(long id, String words, Seen seen, Desk desk) {
        var held = cases.hold(id, desk)
                .may(ConsequenceStep.NOTICED, Said.today(desk).note(words), seen);
        var before = owned(id, desk);
        String path = held.file().unit().path();
        var rules = rulebook.on(desk.today());
        var until = desk.today().plusDays(rules.number(HEARING, path));
        held.take(rules.find(DECISION, path)
                .map(days -> until.plusDays(days.intValueExact()))
                .orElse(null));
        repository.notice(before.id(), until);
        return find(id, desk);
    }

    @Transactional
    Consequence hear(long id, String words, Seen seen, Desk desk) {
        cases.hold(id, desk)
                .may(ConsequenceStep.HEARD, Said.today(desk).note(words), seen)
                .take();
        return find(id, desk);
    }

    /** Another person than the one who has told the unit, and not before it could speak. */
    @Transactional
    Consequence decide(long id, DecisionRequest request, Seen seen, Desk desk) {
        var said = Said.today(desk).by(request.document()).note(request.reason());
        var held = cases.hold(id, desk).may(ConsequenceStep.DECIDED, said, seen);
        var before = owned(id, desk);
        var until = Objects.requireNonNull(before.hearingUntil());
        if (!desk.today().isAfter(until))
            throw HEARING_OPEN.with(
                    until.plusDays(1),
                    rulebook.on(desk.today()).source(HEARING, held.file().unit().path()));
        var rung = ladder.get(request.measure());
        if (!rung.comesFrom(before.ground())) throw NOT_TRIGGERED.with(rung.name(), rung.source());
        if (!rung.isFor(desk))
            throw BELOW_APPROVER.with(rung.name(), rung.approver().name());
        var rules = rulebook.on(desk.today());
        String path = held.file().unit().path();
        held.take(ladder.due(request.measure(), desk.today(), rules, path).orElse(null));
        repository.decide(id, request.measure(), request.document(), desk.today());
        return find(id, desk);
    }

    @Transactional
    Consequence dismiss(long id, String reason, Seen seen, Desk desk) {
        var held = cases.hold(id, desk)
                .may(ConsequenceStep.DISMISSED, Said.today(desk).note(reason), seen);
        owned(id, desk);
        held.take();
        return find(id, desk);
    }

    @Transactional
    Consequence appeal(long id, String words, Seen seen, Desk desk) {
        var held = cases.hold(id, desk)
                .may(ConsequenceStep.APPEALED, Said.today(desk).note(words), seen);
        var before = find(id, desk);
        var period = ladder.appeal(
                Objects.requireNonNull(before.measure()),
                rulebook.on(desk.today()),
                held.file().unit().path());
        var last = Objects.requireNonNull(before.decidedOn()).plusDays(period.days());
        if (desk.today().isAfter(last)) throw TOO_LATE.with(last, period.source());
        held.take();
        return find(id, desk);
    }

    /** Whoever is above the one who has decided; of the province another person. */
    @Transactional
    Consequence review(long id, boolean stands, Said said, Seen seen, Desk desk) {
        var step = stands ? ConsequenceStep.CONFIRMED : ConsequenceStep.REVOKED;
        var held = cases.hold(id, desk).may(step, said, seen);
        var before = find(id, desk);
        boolean isLast = desk.isOf(new UnitId(before.ownerId())) && desk.isAt(Tier.PROVINCE);
        NOT_YOURS.unless(isLast || repository.isAbove(desk.unit().id(), before.ownerId()));
        held.take(
                stands
                        ? ladder.due(
                                        Objects.requireNonNull(before.measure()),
                                        desk.today(),
                                        rulebook.on(desk.today()),
                                        held.file().unit().path())
                                .orElse(null)
                        : null);
        return find(id, desk);
    }

    /** Whoever has graded decides; nobody else above. */
    private Consequence owned(long id, Desk desk) {
        var found = find(id, desk);
        NOT_YOURS.unless(desk.isOf(new UnitId(found.ownerId())));
        return found;
    }

    private Consequence find(long id, Desk desk) {
        return repository.find(id, desk.scope()).orElseThrow();
    }
}
