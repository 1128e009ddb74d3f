package cn.dangjian.assessment.result.appeal;

import static cn.dangjian.assessment.result.appeal.AppealRefusal.DAY_TO_COME;
import static cn.dangjian.assessment.result.appeal.AppealRefusal.FACT_UNKNOWN;
import static cn.dangjian.assessment.result.appeal.AppealRefusal.INDICATOR_UNKNOWN;
import static cn.dangjian.assessment.result.appeal.AppealRefusal.OPEN_ALREADY;
import static cn.dangjian.assessment.result.appeal.AppealRefusal.UNIT_UNKNOWN;

import cn.dangjian.assessment.result.appeal.Appeal.State;
import cn.dangjian.assessment.result.appeal.AppealRepository.Contested;
import cn.dangjian.assessment.result.appeal.AppealRepository.Filed;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出申诉: the unit that is scored contests an indicator or the sum, as long as it may, and may take it back. */
@Service
class FileAppeal {

    private final Contest contest;
    private final Owners owners;
    private final AppealRepository appeals;
    private final AppealPeriod period;
    private final Cases<State, AppealStep> cases;

    FileAppeal(Contest contest, Owners owners, AppealRepository appeals, AppealPeriod period, CaseStore store) {
        this.contest = contest;
        this.owners = owners;
        this.appeals = appeals;
        this.period = period;
        this.cases = store.of(AppealStep.KIND);
    }

    record FactRequest(
            @NotBlank @Size(max = 48) String measure,
            @NotBlank @Size(max = 80) String thing) {}

    /**
     * What is contested.
     *
     * @param day the one of which the score is contested
     * @param indicator its code; null if it is the sum
     * @param facts as the explanation names them
     */
    record AppealRequest(
            @NotNull LocalDate day,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words,

            @NotNull @Size(max = 50) List<@NotNull @Valid FactRequest> facts) {

        List<Contested> contested() {
            return facts.stream()
                    .map(fact -> new Contested(fact.measure(), fact.thing()))
                    .toList();
        }
    }

    @Transactional
    Appeal file(UnitId id, AppealRequest request, Desk desk) {
        cases.lock(id);
        var unit = desk.find(id).orElseThrow(UNIT_UNKNOWN);
        cases.mayOpen(AppealStep.FILED, unit, desk);
        DAY_TO_COME.when(request.day().isAfter(desk.today()));
        var part = contest.on(id, request.day());
        long indicator = request.indicator() == null ? 0 : indicator(part.scheme(), request.indicator());
        period.refuseLate(unit, request.day().getYear(), part.part(), desk);
        OPEN_ALREADY.when(appeals.isOpen(id, request.day().getYear(), part.part(), indicator));
        FACT_UNKNOWN.unless(appeals.areKnown(request.contested(), unit));

        var points =
                indicator == 0 ? part.total() : Contest.line(part, indicator).points();
        var said = Said.today(desk).note(request.words());
        var file = cases.open(AppealStep.FILED, unit, owners.of(part.scheme()), said, desk);
        var filed = new Filed(
                file.id(),
                id,
                request.day().getYear(),
                part.part(),
                request.day(),
                part.scheme(),
                indicator,
                points,
                request.words());
        appeals.insert(filed, request.contested());
        return appeals.find(file.id(), desk.scope()).orElseThrow();
    }

    private long indicator(long scheme, String code) {
        return owners.indicator(scheme, code)
                .orElseThrow(() -> INDICATOR_UNKNOWN.with(code))
                .id();
    }

    @Transactional
    Appeal withdraw(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk)
                .may(AppealStep.WITHDRAWN, Said.today(desk).note(reason), seen)
                .take();
        return appeals.find(id, desk.scope()).orElseThrow();
    }
}
