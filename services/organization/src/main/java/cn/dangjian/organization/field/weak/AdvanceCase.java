package cn.dangjian.organization.field.weak;

import static cn.dangjian.organization.field.weak.WeakRefusal.LINKS_MISSING;
import static cn.dangjian.organization.field.weak.WeakRefusal.MEASURES_OPEN;
import static cn.dangjian.organization.field.weak.WeakRefusal.NO_PLAN;
import static cn.dangjian.organization.field.weak.WeakRefusal.PERIOD_UNFIT;

import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.cases.CaseFile;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 整顿流程: takes a case one step on: the township carries it, the county decides, the province samples. */
@Service
class AdvanceCase {

    private final WeakCaseRepository weak;
    private final CaseBook book;
    private final Cases<State, Step> cases;

    AdvanceCase(WeakCaseRepository weak, CaseBook book, CaseStore store) {
        this.weak = weak;
        this.book = book;
        this.cases = store.of(Step.KIND);
    }

    /** A decision that sets the rectification period. */
    record PeriodRequest(
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = 1000) String note) {}

    @Transactional
    CaseFile<State> advance(long id, Step step, Said said, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(step, said, seen);
        if (step == Step.STARTED) NO_PLAN.when(openMeasures(id) == 0);
        if (step == Step.CLOSED) refuseClosing(id, desk);

        // the plan is carried out within the period that the county has set
        return book.announce(step == Step.STARTED ? held.take(held.file().due()) : held.take(), desk);
    }

    @Transactional
    CaseFile<State> decide(long id, Step step, PeriodRequest request, Seen seen, Desk desk) {
        var said = Said.today(desk).by(request.document()).note(request.note());
        var held = cases.hold(id, desk).may(step, said, seen);
        PERIOD_UNFIT.when(request.to().isBefore(request.from()));
        var before = weak.get(id).periodFrom();
        PERIOD_UNFIT.when(before != null && !request.from().isAfter(before));

        weak.setPeriod(id, request);
        return book.announce(held.take(request.to()), desk);
    }

    private void refuseClosing(long id, Desk desk) {
        long open = openMeasures(id);
        if (open > 0) throw MEASURES_OPEN.with(String.valueOf(open));
        var missing = Role.without(weak.held(id, desk.today()));
        if (missing.isEmpty()) return;
        throw LINKS_MISSING.with(missing.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }

    private long openMeasures(long id) {
        return weak.listMeasures(id).stream()
                .filter(measure -> measure.doneOn() == null)
                .count();
    }
}
