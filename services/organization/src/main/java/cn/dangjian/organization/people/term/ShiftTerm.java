package cn.dangjian.organization.people.term;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提前或延期换届: a superior approves another due day, by a document and within the rule's months. */
@Service
class ShiftTerm {

    private final SessionRepository sessions;
    private final TermRules rules;
    private final Appointer appointer;
    private final Directory directory;
    private final Days days;

    ShiftTerm(SessionRepository sessions, TermRules rules, Appointer appointer, Directory directory, Days days) {
        this.sessions = sessions;
        this.rules = rules;
        this.appointer = appointer;
        this.directory = directory;
        this.days = days;
    }

    record Plan(
            long session,
            LocalDate dueOn,
            String document,
            @Nullable String ifMatch) {}

    @Transactional
    Outcome shift(Plan plan, Caller caller) {
        var scope = appointer.scope(caller);
        var found = sessions.find(plan.session(), scope);
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.Unknown());
        var session = found.get();
        var unit = directory.find(session.unitId(), scope).orElseThrow();
        var refusal = appointer.refuse(unit, caller);
        if (refusal != null) return new Outcome.Refused(refusal);
        if (session.endedOn() != null) return new Outcome.Refused(new Refusal.Ended(session.endedOn()));
        ETags.requireMatch(plan.ifMatch(), session.version());

        int months = rules.shiftMonths(unit);
        var earliest = session.regularlyDueOn().minusMonths(months);
        var latest = session.regularlyDueOn().plusMonths(months);
        if (plan.dueOn().isBefore(earliest) || plan.dueOn().isAfter(latest)) {
            return new Outcome.Refused(new Refusal.WrongDay(earliest, latest));
        }
        sessions.shift(session, plan.dueOn(), plan.document(), caller.subject(), days.now());
        return new Outcome.Shifted(sessions.find(session.id(), scope).orElseThrow());
    }

    sealed interface Outcome {
        record Shifted(Session session) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
