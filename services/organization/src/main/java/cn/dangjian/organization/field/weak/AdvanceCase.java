package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.organization.field.weak.WeakPartRepository.Said;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 整顿流程: takes a case one step on: the township carries it, the county decides, the province samples. */
@Service
class AdvanceCase {

    private final CaseBook book;
    private final WeakPartRepository parts;
    private final Directory directory;
    private final Days days;

    AdvanceCase(CaseBook book, WeakPartRepository parts, Directory directory, Days days) {
        this.book = book;
        this.parts = parts;
        this.directory = directory;
        this.days = days;
    }

    /**
     * @param from the first day of the rectification period; only where the step sets one
     * @param to the last one
     */
    record Plan(
            long id,
            Step step,
            Said said,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String ifMatch) {}

    @Transactional
    Outcome advance(Plan plan, Caller caller) {
        var here = directory.unitOf(caller);
        var scope = Scope.subtree(here.path());
        var found = book.find(plan.id(), scope);
        if (found.isEmpty()) return new Outcome.NoSuchCase();

        var weak = found.get();
        var unit = directory.find(weak.unitId(), scope).orElseThrow();
        if (!plan.step().by().holds(here, unit)) return new Outcome.NotYours();
        if (plan.step().judges() && weak.screenedBy() == caller.account().value()) return new Outcome.SamePerson();
        if (!plan.step().isPossibleIn(weak.state())) return new Outcome.WrongState(weak.state());
        ETags.requireMatch(plan.ifMatch(), weak.version());
        var refusal = refuse(plan, weak);
        if (refusal != null) return refusal;

        var next = weak.after(plan.step(), plan.from(), plan.to());
        return new Outcome.Advanced(book.advance(next, plan.step(), plan.said(), caller));
    }

    private @Nullable Outcome refuse(Plan plan, WeakCase weak) {
        if (plan.said().day().isAfter(days.today())) return new Outcome.DayAhead(days.today());
        if (plan.from() != null && plan.to() != null && plan.to().isBefore(plan.from())) {
            return new Outcome.PeriodUnfit();
        }
        return switch (plan.step()) {
            case STARTED -> open(weak) == 0 ? new Outcome.NoPlan() : null;
            case CLOSED -> refuseClosing(weak);
            case CONTINUED -> isOverlapping(plan, weak) ? new Outcome.PeriodUnfit() : null;
            default -> null;
        };
    }

    private @Nullable Outcome refuseClosing(WeakCase weak) {
        long open = open(weak);
        if (open > 0) return new Outcome.MeasuresOpen(open);
        var missing = Role.without(parts.held(weak.id(), days.today()));
        return missing.isEmpty() ? null : new Outcome.LinksMissing(missing);
    }

    private long open(WeakCase weak) {
        return parts.listMeasures(weak.id()).stream()
                .filter(measure -> measure.doneOn() == null)
                .count();
    }

    private static boolean isOverlapping(Plan plan, WeakCase weak) {
        return plan.from() != null && weak.periodFrom() != null && !plan.from().isAfter(weak.periodFrom());
    }

    sealed interface Outcome {
        record Advanced(WeakCase weak) implements Outcome {}

        record NoSuchCase() implements Outcome {}

        record NotYours() implements Outcome {}

        record SamePerson() implements Outcome {}

        record WrongState(State state) implements Outcome {}

        record DayAhead(LocalDate today) implements Outcome {}

        record PeriodUnfit() implements Outcome {}

        record NoPlan() implements Outcome {}

        record MeasuresOpen(long number) implements Outcome {}

        record LinksMissing(List<Role> roles) implements Outcome {}
    }
}
