package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 一村一策: the township plans what shall be done about a case, and says what was. */
@Service
class PlanMeasures {

    private final CaseBook book;
    private final WeakPartRepository parts;
    private final Directory directory;
    private final Days days;

    PlanMeasures(CaseBook book, WeakPartRepository parts, Directory directory, Days days) {
        this.book = book;
        this.parts = parts;
        this.directory = directory;
        this.days = days;
    }

    record Plan(String text, String responsible, LocalDate dueOn) {}

    record Completion(LocalDate doneOn, String result) {}

    @Transactional
    Outcome plan(long id, Plan plan, Caller caller) {
        var found = find(id, caller);
        if (found.isEmpty()) return new Outcome.NoSuchCase();
        var weak = found.get();
        if (!isMine(weak, caller)) return new Outcome.NotYours();
        if (!State.PLANNED.contains(weak.state())) return new Outcome.WrongState(weak.state());
        if (weak.periodFrom() != null && plan.dueOn().isBefore(weak.periodFrom())) return new Outcome.DueUnfit();

        return new Outcome.Planned(parts.insert(book.touch(weak), plan));
    }

    @Transactional
    Outcome complete(long id, long measure, Completion completion, Caller caller) {
        var found = find(id, caller);
        if (found.isEmpty()) return new Outcome.NoSuchCase();
        var weak = found.get();
        var planned = parts.measure(id, measure);
        if (planned.isEmpty()) return new Outcome.NoSuchMeasure();
        if (!isMine(weak, caller)) return new Outcome.NotYours();
        if (weak.state() != State.RECTIFYING) return new Outcome.WrongState(weak.state());
        if (planned.get().doneOn() != null) return new Outcome.DoneAlready();
        if (completion.doneOn().isAfter(days.today())) return new Outcome.DayAhead(days.today());

        book.touch(weak);
        parts.complete(measure, completion.doneOn(), completion.result());
        return new Outcome.Planned(measure);
    }

    private Optional<WeakCase> find(long id, Caller caller) {
        return book.find(id, Scope.subtree(directory.unitOf(caller).path()));
    }

    private boolean isMine(WeakCase weak, Caller caller) {
        var here = directory.unitOf(caller);
        var unit = directory.find(weak.unitId(), Scope.subtree(here.path())).orElseThrow();
        return Step.Hand.TOWNSHIP.holds(here, unit);
    }

    sealed interface Outcome {
        record Planned(long measure) implements Outcome {}

        record NoSuchCase() implements Outcome {}

        record NoSuchMeasure() implements Outcome {}

        record NotYours() implements Outcome {}

        record WrongState(State state) implements Outcome {}

        record DueUnfit() implements Outcome {}

        record DoneAlready() implements Outcome {}

        record DayAhead(LocalDate today) implements Outcome {}
    }
}
