package cn.dangjian.organization.people.team;

import cn.dangjian.organization.people.quota.Quotas;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Refusal;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.organization.tree.rule.Posts.Post;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 任职: a superior puts someone on a post of the term that a unit is in. */
@Service
class TakeSeat {

    private final Sessions sessions;
    private final SeatRepository seats;
    private final Quotas quotas;
    private final Appointer appointer;
    private final SeatBook book;

    TakeSeat(Sessions sessions, SeatRepository seats, Quotas quotas, Appointer appointer, SeatBook book) {
        this.sessions = sessions;
        this.seats = seats;
        this.quotas = quotas;
        this.appointer = appointer;
        this.book = book;
    }

    /** @param person someone of the unit already; null for somebody new of this name */
    record Plan(
            UnitId unit,
            String post,
            @Nullable Long person,
            String name,
            @Nullable Long account,
            LocalDate from,
            @Nullable LocalDate to,
            boolean fullTime) {}

    @Transactional
    Outcome take(Plan plan, Caller caller) {
        sessions.lock(plan.unit());
        var found = appointer.find(plan.unit(), caller);
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.Unknown());
        var unit = found.get();
        var own = Scope.own(unit.path());
        var refusal = appointer.refuse(unit, caller);
        if (refusal != null) return new Outcome.Refused(refusal);
        var post = quotas.post(plan.post(), unit.tier());
        if (post.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchPost(plan.post()));

        var session = sessions.serving(unit.id(), appointer.today(), own);
        if (session.isEmpty()) return new Outcome.Refused(new Refusal.NoSession());
        refusal = refuse(plan, unit, post.get(), session.get());
        if (refusal != null) return new Outcome.Refused(refusal);

        return new Outcome.Taken(book.take(seat(plan, session.get()), own, caller.subject()));
    }

    private @Nullable Refusal refuse(Plan plan, Unit unit, Post post, Session session) {
        var to = plan.to();
        if (plan.from().isBefore(session.startedOn())) {
            return new Refusal.WrongDay(session.startedOn(), session.dueOn());
        }
        if (to != null && !to.isAfter(plan.from()))
            return new Refusal.WrongDay(plan.from().plusDays(1), session.dueOn());
        var person = plan.person();
        if (person != null && !seats.isOf(person, unit.id())) return new Refusal.NoSuchPerson();

        var there = seats.list(List.of(unit.id().value()), Scope.own(unit.path())).stream()
                .filter(seat -> seat.post().equals(plan.post()) && seat.overlaps(plan.from(), to))
                .toList();
        if (there.stream().anyMatch(seat -> isSame(seat, plan))) return new Refusal.Seated();
        var quota = quotas.on(appointer.today(), List.of(unit), Scope.own(unit.path()))
                .find(unit, post);
        return quota != null && there.size() >= quota ? new Refusal.Full(quota) : null;
    }

    private static boolean isSame(Seat seat, Plan plan) {
        var account = plan.account();
        if (plan.person() != null) return seat.personId() == plan.person();
        return account != null && account.equals(seat.accountId());
    }

    private Seat seat(Plan plan, Session session) {
        var known = plan.person();
        long person = known != null ? known : book.person(plan.unit(), plan.name(), plan.account());
        return new Seat(
                0,
                plan.unit(),
                session.id(),
                plan.post(),
                person,
                plan.name(),
                plan.account(),
                plan.from(),
                plan.to(),
                plan.fullTime(),
                1);
    }

    sealed interface Outcome {
        record Taken(Seat seat) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
