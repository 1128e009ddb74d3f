package cn.dangjian.organization.people.team;

import cn.dangjian.organization.people.quota.Quotas;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Refusal;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 换届: a superior begins a unit's next term; the one before ends with all its seats, and the elected take theirs. */
@Service
public class SeatTeam {

    private final Sessions sessions;
    private final Appointer appointer;
    private final Quotas quotas;
    private final SeatBook book;

    SeatTeam(Sessions sessions, Appointer appointer, Quotas quotas, SeatBook book) {
        this.sessions = sessions;
        this.appointer = appointer;
        this.quotas = quotas;
        this.book = book;
    }

    /** The next term and who begins it. */
    public record Plan(int number, LocalDate start, String document, List<Elected> elected) {}

    /** @param person tells people apart within the plan: the same number is the same person on another post */
    public record Elected(int person, String name, @Nullable Long account, String post, boolean fullTime) {}

    @Transactional
    public Outcome seat(UnitId id, Plan plan, Caller caller) {
        sessions.lock(id);
        var found = appointer.find(id, caller);
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.Unknown());
        var unit = found.get();
        var refusal = appointer.refuse(unit, caller);
        if (refusal == null) refusal = refuse(unit, plan);
        if (refusal != null) return new Outcome.Refused(refusal);

        return switch (sessions.begin(unit, plan.number(), plan.start(), plan.document())) {
            case Sessions.Beginning.Refused(var why) -> new Outcome.Refused(why);
            case Sessions.Beginning.Begun(var session) -> {
                book.endAll(unit, plan.start(), caller.subject());
                take(unit, session, plan.elected(), caller.subject());
                yield new Outcome.Seated(session);
            }
        };
    }

    private @Nullable Refusal refuse(Unit unit, Plan plan) {
        var quota = quotas.on(appointer.today(), List.of(unit), Scope.own(unit.path()));
        for (var elected : plan.elected()) {
            var post = quotas.post(elected.post(), unit.tier());
            if (post.isEmpty()) return new Refusal.NoSuchPost(elected.post());
            var most = quota.find(unit, post.get());
            if (most != null && count(plan, elected.post()) > most) return new Refusal.Full(most);
        }
        return null;
    }

    private static long count(Plan plan, String post) {
        return plan.elected().stream()
                .filter(elected -> elected.post().equals(post))
                .count();
    }

    private void take(Unit unit, Session session, List<Elected> elected, String subject) {
        var people = new HashMap<Integer, Long>();
        for (var one : elected) {
            long person =
                    people.computeIfAbsent(one.person(), number -> book.person(unit.id(), one.name(), one.account()));
            var seat = new Seat(
                    0,
                    unit.id(),
                    session.id(),
                    one.post(),
                    person,
                    one.name(),
                    one.account(),
                    session.startedOn(),
                    null,
                    one.fullTime(),
                    1);
            book.take(seat, Scope.own(unit.path()), subject);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Seated(Session session) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
