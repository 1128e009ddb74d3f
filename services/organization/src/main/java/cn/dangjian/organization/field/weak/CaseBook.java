package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.screening.Batch;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.organization.field.weak.WeakPartRepository.Said;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 工作台账: opens cases, writes down each step and tells the house of it. */
@Component
class CaseBook {

    private final WeakCaseRepository cases;
    private final WeakPartRepository parts;
    private final Outbox outbox;
    private final Days days;

    CaseBook(WeakCaseRepository cases, WeakPartRepository parts, Outbox outbox, Days days) {
        this.cases = cases;
        this.parts = parts;
        this.outbox = outbox;
        this.days = days;
    }

    /** The data of {@code contracts/events/weak-case-changed.v1}. */
    record WeakCaseChanged(
            long id,
            UnitId unit,
            UnitId county,
            int year,
            State state,
            int round,
            List<String> types,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo) {}

    boolean holds(Batch batch, Unit unit) {
        return cases.exists(batch.id(), unit);
    }

    Optional<WeakCase> find(long id, Scope scope) {
        return cases.find(id, scope);
    }

    WeakCase open(Batch batch, Unit unit, Set<String> types, String note, Caller caller) {
        long id = cases.insert(batch.id(), unit, caller.account().value());
        cases.insertProblems(id, types);
        var weak = cases.find(id, Scope.own(unit.path())).orElseThrow();
        return write(weak, Step.SCREENED, new Said(days.today(), null, note), caller);
    }

    WeakCase advance(WeakCase weak, Step step, Said said, Caller caller) {
        return write(cases.update(weak), step, said, caller);
    }

    /** Lets nobody else change the case meanwhile, for what is written beside it. */
    WeakCase touch(WeakCase weak) {
        return cases.update(weak);
    }

    private WeakCase write(WeakCase weak, Step step, Said said, Caller caller) {
        parts.record(weak, step, said, caller, days.now());
        announce(weak, caller);
        return weak;
    }

    private void announce(WeakCase weak, Caller caller) {
        outbox.append(
                "organization.weak-case-changed.v1",
                "case:" + weak.id(),
                weak.version(),
                caller.subject(),
                new WeakCaseChanged(
                        weak.id(),
                        weak.unitId(),
                        new UnitId(weak.countyId()),
                        weak.year(),
                        weak.state(),
                        weak.round(),
                        cases.listProblems(weak.id()),
                        weak.periodFrom(),
                        weak.periodTo()));
    }
}
