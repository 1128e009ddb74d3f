package cn.dangjian.organization.people.term;

import static cn.dangjian.organization.people.term.TeamRefusal.NOT_DUE;
import static cn.dangjian.organization.people.term.TeamRefusal.NUMBER_TAKEN;
import static cn.dangjian.organization.people.term.TeamRefusal.WRONG_DAY;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

    Sessions(SessionRepository sessions, TermRules rules) {
        this.sessions = sessions;
        this.rules = rules;
    }

    /** The next term of a unit. */
    public record SessionRequest(
            @Min(1) @Max(999) int number,
            @NotNull LocalDate startedOn,
            @NotBlank @Size(max = 100) @Stripped String document) {}

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
    public Session begin(Unit unit, SessionRequest request, LocalDate today) {
        var start = request.startedOn();
        var own = Scope.own(unit.path());
        var last = sessions.list(unit.id(), own).stream().findFirst().orElse(null);
        require(request, unit, last, today);

        if (last != null && last.endedOn() == null) sessions.end(last, start);
        int years = rules.years(unit, start);
        var next = new Session(
                0, unit.id(), request.number(), start, years, start.plusYears(years), null, request.document(), 1);
        return sessions.find(sessions.insert(next), own).orElseThrow();
    }

    private void require(SessionRequest request, Unit unit, @Nullable Session last, LocalDate today) {
        var start = request.startedOn();
        var earliest = last == null ? rules.earliest(unit) : last.startedOn().plusDays(1);
        if (start.isBefore(earliest) || start.isAfter(today)) throw WRONG_DAY.with(earliest, today);
        if (last == null) return;
        if (request.number() <= last.number()) throw NUMBER_TAKEN.with(last.number());
        if (start.isBefore(last.dueOn())) throw NOT_DUE.with(last.dueOn());
    }
}
