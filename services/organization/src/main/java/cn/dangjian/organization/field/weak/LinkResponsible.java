package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.organization.field.weak.WeakPartRepository.Link;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** “4+1”包抓: the county or the township says who answers for a case, from when, until when. */
@Service
class LinkResponsible {

    private final CaseBook book;
    private final WeakPartRepository parts;
    private final Directory directory;

    LinkResponsible(CaseBook book, WeakPartRepository parts, Directory directory) {
        this.book = book;
        this.parts = parts;
        this.directory = directory;
    }

    /** @param to the last day; null while it lasts */
    record Plan(
            Role role,
            String name,
            String unit,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean overlaps(Link link) {
            return link.role() == role
                    && (to == null || !link.fromDay().isAfter(to))
                    && (link.toDay() == null || !link.toDay().isBefore(from));
        }
    }

    @Transactional
    Outcome link(long id, Plan plan, Caller caller) {
        var found = find(id, caller);
        if (found.isEmpty()) return new Outcome.NoSuchCase();
        var weak = found.get();
        if (!isMine(weak, caller)) return new Outcome.NotYours();
        if (!State.ANSWERED_FOR.contains(weak.state())) return new Outcome.WrongState(weak.state());
        if (plan.to() != null && plan.to().isBefore(plan.from())) return new Outcome.DaysUnfit();
        if (parts.listLinks(id).stream().anyMatch(plan::overlaps)) return new Outcome.HeldAlready(plan.role());

        return new Outcome.Linked(parts.insert(book.touch(weak), plan));
    }

    @Transactional
    Outcome end(long id, long link, LocalDate day, Caller caller) {
        var found = find(id, caller);
        if (found.isEmpty()) return new Outcome.NoSuchCase();
        var held = parts.listLinks(id).stream().filter(one -> one.id() == link).findFirst();
        if (held.isEmpty()) return new Outcome.NoSuchLink();
        var weak = found.get();
        if (!isMine(weak, caller)) return new Outcome.NotYours();
        if (!State.ANSWERED_FOR.contains(weak.state())) return new Outcome.WrongState(weak.state());
        var last = held.get().toDay();
        if (day.isBefore(held.get().fromDay()) || (last != null && last.isBefore(day))) return new Outcome.DaysUnfit();

        book.touch(weak);
        parts.end(link, day);
        return new Outcome.Linked(link);
    }

    private Optional<WeakCase> find(long id, Caller caller) {
        return book.find(id, Scope.subtree(directory.unitOf(caller).path()));
    }

    private boolean isMine(WeakCase weak, Caller caller) {
        var here = directory.unitOf(caller);
        var unit = directory.find(weak.unitId(), Scope.subtree(here.path())).orElseThrow();
        return Step.Hand.EITHER.holds(here, unit);
    }

    sealed interface Outcome {
        record Linked(long link) implements Outcome {}

        record NoSuchCase() implements Outcome {}

        record NoSuchLink() implements Outcome {}

        record NotYours() implements Outcome {}

        record WrongState(State state) implements Outcome {}

        record DaysUnfit() implements Outcome {}

        record HeldAlready(Role role) implements Outcome {}
    }
}
