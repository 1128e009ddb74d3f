package cn.dangjian.organization.people.term;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Other rooms ask here which term a unit is in, and begin the next one. */
@Component
public class Sessions {

    private final SessionRepository sessions;
    private final TermRules rules;
    private final Appointer appointer;

    Sessions(SessionRepository sessions, TermRules rules, Appointer appointer) {
        this.sessions = sessions;
        this.rules = rules;
        this.appointer = appointer;
    }

    /**
     * Lets one transaction at a time change a unit's team. Take it as the first statement of
     * the transaction, so that what is read afterwards is what the one before has committed.
     */
    public void lock(UnitId unit) {
        sessions.lock(unit);
    }

    /** The term that a unit is in on a day. */
    public Optional<Session> serving(UnitId unit, LocalDate day, Scope scope) {
        return sessions.listServing(List.of(unit.value()), day, scope).stream().findFirst();
    }

    /** The terms that some units are in on a day. */
    public List<Session> serving(Collection<Long> units, LocalDate day, Scope scope) {
        return sessions.listServing(units, day, scope);
    }

    /** A unit's terms, the newest first. */
    public List<Session> of(UnitId unit, Scope scope) {
        return sessions.list(unit, scope);
    }

    /** Begins a unit's next term and ends the one before on the same day; the caller holds the lock. */
    public Beginning begin(Unit unit, int number, LocalDate start, String document) {
        var all = sessions.list(unit.id(), Scope.own(unit.path()));
        var last = all.isEmpty() ? null : all.getFirst();
        var refusal = refuse(unit, number, start, last);
        if (refusal != null) return new Beginning.Refused(refusal);

        if (last != null && last.endedOn() == null) sessions.end(last, start);
        int years = rules.years(unit, start);
        var next = new Session(0, unit.id(), number, start, years, start.plusYears(years), null, document, 1);
        long id = sessions.insert(next);
        return new Beginning.Begun(sessions.find(id, Scope.own(unit.path())).orElseThrow());
    }

    private @Nullable Refusal refuse(Unit unit, int number, LocalDate start, @Nullable Session last) {
        var earliest = last == null ? rules.earliest(unit) : last.startedOn().plusDays(1);
        if (start.isBefore(earliest) || start.isAfter(appointer.today())) {
            return new Refusal.WrongDay(earliest, appointer.today());
        }
        if (last == null) return null;
        if (number <= last.number()) return new Refusal.NumberTaken(last.number());
        return start.isBefore(last.dueOn()) ? new Refusal.NotDue(last.dueOn()) : null;
    }

    /** What became of the next term. */
    public sealed interface Beginning {
        record Begun(Session session) implements Beginning {}

        record Refused(Refusal why) implements Beginning {}
    }
}
