package cn.dangjian.assessment.result.appeal;

import static cn.dangjian.assessment.result.appeal.AppealRefusal.CHANGES_NOTHING;
import static cn.dangjian.assessment.result.appeal.AppealRefusal.CLOSING;
import static cn.dangjian.assessment.result.appeal.AppealRefusal.INDICATOR_MISSING;
import static cn.dangjian.assessment.result.appeal.AppealRefusal.INDICATOR_UNKNOWN;

import cn.dangjian.assessment.result.appeal.Appeal.State;
import cn.dangjian.assessment.result.appeal.CorrectionRepository.Correction;
import cn.dangjian.assessment.scheme.frame.ContentTable.Numbered;
import cn.dangjian.assessment.score.scoring.Scoring.Change;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 核查与决定: whoever has published the scheme looks into it, and another person of his decides. */
@Service
class DecideAppeal {

    private final Contest contest;
    private final Owners owners;
    private final AppealRepository appeals;
    private final Corrections corrections;
    private final Cases<State, AppealStep> cases;

    DecideAppeal(Contest contest, Owners owners, AppealRepository appeals, Corrections corrections, CaseStore store) {
        this.contest = contest;
        this.owners = owners;
        this.appeals = appeals;
        this.corrections = corrections;
        this.cases = store.of(AppealStep.KIND);
    }

    /**
     * What was counted wrongly; points follow by the formula.
     *
     * @param indicator its code; null if it is the one that is contested
     * @param numerator what is added to it; negative if there were fewer
     * @param denominator likewise
     */
    record UpholdRequest(
            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator,

            @Min(-1_000_000_000) @Max(1_000_000_000) long numerator,
            @Min(-1_000_000_000) @Max(1_000_000_000) long denominator,
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    record RefuseRequest(
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    @Transactional
    Appeal examine(long id, String found, Seen seen, Desk desk) {
        cases.hold(id, desk)
                .may(AppealStep.EXAMINED, Said.today(desk).note(found), seen)
                .take();
        return appeals.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Appeal refuse(long id, RefuseRequest request, Seen seen, Desk desk) {
        var said = Said.today(desk).by(request.document()).note(request.reason());
        cases.hold(id, desk).may(AppealStep.REFUSED, said, seen).take();
        return appeals.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Appeal uphold(long id, UpholdRequest request, Seen seen, Desk desk) {
        // nobody closes a year of this owner meanwhile
        corrections.lock(desk.unit().id());
        var said = Said.today(desk).by(request.document()).note(request.reason());
        var held = cases.hold(id, desk).may(AppealStep.UPHELD, said, seen);
        var appeal = appeals.find(id, desk.scope()).orElseThrow();
        cases.lock(appeal.unit());
        var last = Contest.last(appeal.year(), desk.today());
        // a later version of the scheme may score the part now: what is corrected is what counts today
        var part = contest.part(appeal.unit(), last, appeal.partOn());
        long scheme = part.scheme();
        var indicator = indicator(scheme, request.indicator() == null ? appeal.indicator() : request.indicator());
        boolean isFrozen = appeals.frozenAt(appeal.unit(), appeal.year(), appeal.partOn()) != null;
        CLOSING.when(!isFrozen && corrections.isClosing(appeal.schemeId()));
        var noted = corrections.listFrozen(appeal);
        var change = new Change(indicator.id(), request.numerator(), request.denominator());
        var outcome = contest.change(appeal.unit(), appeal.partOn(), last, noted, change);
        CHANGES_NOTHING.unless(outcome.isBetter(indicator.id()));

        held.take();
        var correction = new Correction(
                id,
                appeal.unit(),
                appeal.year(),
                appeal.partOn(),
                indicator.id(),
                indicator.indicator().code(),
                isFrozen,
                request.numerator(),
                request.denominator(),
                outcome.pointsBefore(indicator.id()),
                outcome.points(indicator.id()),
                outcome.before().total(),
                outcome.after().total(),
                request.document());
        // a part that goes on today may go on until the end of its year
        var until = part.asOf().isBefore(last) ? part.asOf().plusDays(1) : LocalDate.of(appeal.year() + 1, 1, 1);
        corrections.note(correction, indicator.indicator(), appeal, until, desk);
        return appeals.find(id, desk.scope()).orElseThrow();
    }

    private Numbered indicator(long scheme, @Nullable String code) {
        if (code == null) throw INDICATOR_MISSING.get();
        return owners.indicator(scheme, code).orElseThrow(() -> INDICATOR_UNKNOWN.with(code));
    }
}
