package cn.dangjian.organization.people.team;

import cn.dangjian.organization.people.quota.Quotas;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Refusal;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.organization.sheet.Rejection;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批量任免: a list of people takes seats, or leaves them, by the rules for one; what a rule forbids is left out and told. */
@Service
public class EnterSeats {

    private final Sessions sessions;
    private final SeatRepository seats;
    private final Quotas quotas;
    private final Appointer appointer;
    private final SeatBook book;

    EnterSeats(Sessions sessions, SeatRepository seats, Quotas quotas, Appointer appointer, SeatBook book) {
        this.sessions = sessions;
        this.seats = seats;
        this.quotas = quotas;
        this.appointer = appointer;
        this.book = book;
    }

    /**
     * A seat as a list has it: the unit, the post, the name and the first day are what tells it from others.
     *
     * @param to given for somebody who sits there, it ends the seat
     * @param note why somebody leaves
     */
    public record Line(
            int number,
            String unitCode,
            String post,
            String name,
            LocalDate from,
            @Nullable LocalDate to,
            boolean fullTime,
            @Nullable String note) {}

    /** What is known of the units of some lines; seats that are taken are added. */
    private record Known(
            Map<String, Unit> units, Map<UnitId, Session> sessions, Map<UnitId, List<Seat>> seats, Quotas.Of quotas) {

        List<Seat> of(Unit unit) {
            return seats.computeIfAbsent(unit.id(), id -> new ArrayList<>());
        }
    }

    @Transactional
    public List<Rejection> enter(List<Line> lines, Caller caller) {
        var known = known(lines, caller);
        var rejections = new ArrayList<Rejection>();
        for (var line : lines) {
            var refusal = enter(line, known, caller);
            if (refusal != null) rejections.add(told(line, refusal));
        }
        return rejections;
    }

    private Known known(List<Line> lines, Caller caller) {
        var scope = appointer.scope(caller);
        var codes = lines.stream().map(Line::unitCode).collect(Collectors.toSet());
        var units = seats.listUnits(codes, scope);
        units.stream()
                .map(Unit::id)
                .sorted(Comparator.comparingLong(UnitId::value))
                .forEach(sessions::lock);

        var ids = units.stream().map(unit -> unit.id().value()).toList();
        var today = appointer.today();
        return new Known(
                units.stream().collect(Collectors.toMap(Unit::code, Function.identity(), (one, other) -> one)),
                sessions.serving(ids, today, scope).stream()
                        .collect(Collectors.toMap(Session::unitId, Function.identity(), (one, other) -> one)),
                seats.list(ids, scope).stream()
                        .collect(Collectors.groupingBy(Seat::unitId, Collectors.toCollection(ArrayList::new))),
                quotas.on(today, units, scope));
    }

    private @Nullable Refusal enter(Line line, Known known, Caller caller) {
        var unit = known.units().get(line.unitCode());
        if (unit == null) return new Refusal.Unknown();
        var refusal = appointer.refuse(unit, caller);
        if (refusal != null) return refusal;
        var there = known.of(unit).stream()
                .filter(seat -> seat.post().equals(line.post()) && seat.name().equals(line.name()))
                .filter(seat -> seat.from().equals(line.from()))
                .findFirst();
        return there.isPresent() ? leave(line, there.get(), known.of(unit), caller) : take(line, unit, known, caller);
    }

    /** 免职: a seat that is there gets its last day. */
    private @Nullable Refusal leave(Line line, Seat seat, List<Seat> all, Caller caller) {
        var to = line.to();
        if (to == null || to.equals(seat.to())) return new Refusal.Seated();
        var ended = seat.to();
        if (ended != null && !ended.isAfter(appointer.today())) return new Refusal.Ended(ended);
        if (to.isBefore(seat.from()))
            return new Refusal.WrongDay(seat.from(), appointer.today().plusYears(1));
        all.set(all.indexOf(seat), book.end(seat, to, line.note(), caller.subject()));
        return null;
    }

    private @Nullable Refusal take(Line line, Unit unit, Known known, Caller caller) {
        var post = quotas.post(line.post(), unit.tier());
        if (post.isEmpty()) return new Refusal.NoSuchPost(line.post());
        var session = known.sessions().get(unit.id());
        if (session == null) return new Refusal.NoSession();
        var to = line.to();
        if (line.from().isBefore(session.startedOn()))
            return new Refusal.WrongDay(session.startedOn(), session.dueOn());
        if (to != null && !to.isAfter(line.from()))
            return new Refusal.WrongDay(line.from().plusDays(1), session.dueOn());

        var all = known.of(unit);
        var held = all.stream()
                .filter(seat -> seat.post().equals(line.post()) && seat.overlaps(line.from(), to))
                .toList();
        if (held.stream().anyMatch(seat -> seat.name().equals(line.name()))) return new Refusal.Seated();
        var quota = known.quotas().find(unit, post.get());
        if (quota != null && held.size() >= quota) return new Refusal.Full(quota);

        all.add(book.take(seat(line, session, all), Scope.own(unit.path()), caller.subject()));
        return null;
    }

    /** Within a unit the same name is the same person: a list has nothing else to tell who sits on two posts. */
    private Seat seat(Line line, Session session, List<Seat> all) {
        var same = all.stream().filter(seat -> seat.name().equals(line.name())).findFirst();
        return new Seat(
                0,
                session.unitId(),
                session.id(),
                line.post(),
                same.map(Seat::personId).orElseGet(() -> book.person(session.unitId(), line.name(), null)),
                line.name(),
                same.map(Seat::accountId).orElse(null),
                line.from(),
                line.to(),
                line.fullTime(),
                1);
    }

    private static Rejection told(Line line, Refusal why) {
        int number = line.number();
        return switch (why) {
            case Refusal.Unknown() -> Rejection.of(number, "unitCode", "team.unknown");
            case Refusal.NotSuperior() -> Rejection.of(number, "unitCode", "team.not-superior");
            case Refusal.NoSession() -> Rejection.of(number, "unitCode", "team.no-session");
            case Refusal.NoSuchPost(var post) -> Rejection.of(number, "post", "team.no-such-post", post);
            case Refusal.WrongDay(var earliest, var latest) ->
                Rejection.of(
                        number,
                        line.from().isBefore(earliest) ? "from" : "to",
                        "team.wrong-day",
                        earliest.toString(),
                        latest.toString());
            case Refusal.Seated() -> Rejection.of(number, "name", "team.seated");
            case Refusal.Full(var quota) -> Rejection.of(number, "post", "team.full", String.valueOf(quota));
            case Refusal.Ended(var on) -> Rejection.of(number, "to", "team.ended", on.toString());
            case Refusal.NoSuchPerson(), Refusal.NumberTaken(var _), Refusal.NotDue(var _) ->
                throw new IllegalStateException("Not of a seat: " + why);
        };
    }
}
