package cn.dangjian.organization.field.weak;

import static cn.dangjian.organization.field.weak.Step.MEASURED;
import static cn.dangjian.organization.field.weak.Step.PLANNED;
import static cn.dangjian.organization.field.weak.WeakRefusal.DAY_AHEAD;
import static cn.dangjian.organization.field.weak.WeakRefusal.DONE_ALREADY;
import static cn.dangjian.organization.field.weak.WeakRefusal.DUE_UNFIT;
import static cn.dangjian.organization.field.weak.WeakRefusal.MEASURE_UNKNOWN;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 一村一策: the township plans what shall be done about a case, and says what was. */
@Service
class PlanMeasures {

    private final WeakCaseRepository weak;
    private final Cases<State, Step> cases;

    PlanMeasures(WeakCaseRepository weak, CaseStore store) {
        this.weak = weak;
        this.cases = store.of(Step.KIND);
    }

    record MeasureRequest(
            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String text,

            @NotBlank @Size(max = 100) @Stripped String responsible,
            @NotNull LocalDate dueOn) {}

    record CompletionRequest(
            @NotNull LocalDate doneOn,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String result) {}

    @Transactional
    long plan(long id, MeasureRequest request, Desk desk) {
        var held = cases.hold(id, desk).may(PLANNED, Said.today(desk), Seen.any());
        var from = weak.get(id).periodFrom();
        DUE_UNFIT.when(from != null && request.dueOn().isBefore(from));

        return weak.insert(held.take(), request);
    }

    @Transactional
    long complete(long id, long measure, CompletionRequest request, Desk desk) {
        var held = cases.hold(id, desk);
        var planned = weak.listMeasures(id).stream()
                .filter(one -> one.id() == measure)
                .findFirst()
                .orElseThrow(MEASURE_UNKNOWN);
        held.may(MEASURED, Said.today(desk), Seen.any());
        DONE_ALREADY.when(planned.doneOn() != null);
        if (request.doneOn().isAfter(desk.today()))
            throw DAY_AHEAD.with(desk.today().toString());

        held.take();
        weak.complete(measure, request);
        return measure;
    }
}
