package cn.dangjian.organization.people.team;

import static cn.dangjian.organization.people.term.TeamRefusal.ENDED;
import static cn.dangjian.organization.people.term.TeamRefusal.FULL;
import static cn.dangjian.organization.people.term.TeamRefusal.NO_SESSION;
import static cn.dangjian.organization.people.term.TeamRefusal.NO_SUCH_POST;
import static cn.dangjian.organization.people.term.TeamRefusal.SEATED;
import static cn.dangjian.organization.people.term.TeamRefusal.UNKNOWN;
import static cn.dangjian.organization.people.term.TeamRefusal.WRONG_DAY;

import cn.dangjian.organization.people.quota.Quotas;
import cn.dangjian.organization.people.team.Seat.Held;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.organization.people.term.TeamRefusal;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.files.sheet.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final SeatBook book;
    private final Desks desks;

    EnterSeats(Sessions sessions, SeatRepository seats, Quotas quotas, SeatBook book, Desks desks) {
        this.sessions = sessions;
        this.seats = seats;
        this.quotas = quotas;
        this.book = book;
        this.desks = desks;
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
        var desk = desks.of(caller);
        var known = known(lines, desk);
        var rejections = new ArrayList<Rejection>();
        for (var line : lines) {
            // a line is refused before anything of it is written
            try {
                enter(line, known, desk);
            } catch (ProblemException refused) {
                rejections.add(new Rejection(line.number(), field(line, refused), refused.code(), refused.arguments()));
            }
        }
        return rejections;
    }

    private Known known(List<Line> lines, Desk desk) {
        var scope = desk.scope();
        var codes = lines.stream().map(Line::unitCode).collect(Collectors.toSet());
        var units = seats.listUnits(codes, scope);
        units.stream()
                .map(Unit::id)
                .sorted(Comparator.comparingLong(UnitId::value))
                .forEach(sessions::lock);

        var ids = units.stream().map(unit -> unit.id().value()).toList();
        return new Known(
                units.stream().collect(Collectors.toMap(Unit::code, Function.identity(), (one, other) -> one)),
                sessions.serving(ids, desk.today(), scope).stream()
                        .collect(Collectors.toMap(Session::unitId, Function.identity(), (one, other) -> one)),
                seats.list(ids, scope).stream()
                        .collect(Collectors.groupingBy(Seat::unitId, Collectors.toCollection(ArrayList::new))),
                quotas.on(desk.today(), units, scope));
    }

    private void enter(Line line, Known known, Desk desk) {
        var unit = known.units().get(line.unitCode());
        if (unit == null) throw UNKNOWN.get();
        Appointer.require(unit, desk);
        var there = known.of(unit).stream()
                .filter(seat -> seat.post().equals(line.post()) && seat.name().equals(line.name()))
                .filter(seat -> seat.from().equals(line.from()))
                .findFirst();
        if (there.isPresent()) leave(line, there.get(), known.of(unit), desk);
        else take(line, unit, known, desk);
    }

    /** 免职: a seat that is there gets its last day. */
    private void leave(Line line, Seat seat, List<Seat> all, Desk desk) {
        var to = line.to();
        if (to == null || to.equals(seat.to())) throw SEATED.get();
        var ended = seat.to();
        if (ended != null && !ended.isAfter(desk.today())) throw ENDED.with(ended);
        if (to.isBefore(seat.from()))
            throw WRONG_DAY.with(seat.from(), desk.today().plusYears(1));
        all.set(all.indexOf(seat), book.end(seat, to, line.note(), desk));
    }

    private void take(Line line, Unit unit, Known known, Desk desk) {
        var post = quotas.post(line.post(), unit.tier()).orElseThrow(() -> NO_SUCH_POST.with(line.post()));
        var session = Optional.ofNullable(known.sessions().get(unit.id())).orElseThrow(NO_SESSION);
        var to = line.to();
        if (line.from().isBefore(session.startedOn())) throw WRONG_DAY.with(session.startedOn(), session.dueOn());
        if (to != null && !to.isAfter(line.from()))
            throw WRONG_DAY.with(line.from().plusDays(1), session.dueOn());

        var all = known.of(unit);
        var held = all.stream()
                .filter(seat -> seat.post().equals(line.post()) && seat.overlaps(line.from(), to))
                .toList();
        SEATED.when(held.stream().anyMatch(seat -> seat.name().equals(line.name())));
        var quota = known.quotas().find(unit, post);
        if (quota != null && held.size() >= quota) throw FULL.with(quota);

        all.add(book.take(seat(line, session, all), desk));
    }

    /** Within a unit the same name is the same person: a list has nothing else to tell who sits on two posts. */
    private Seat seat(Line line, Session session, List<Seat> all) {
        var same = all.stream().filter(seat -> seat.name().equals(line.name())).findFirst();
        long person = same.map(Seat::personId).orElseGet(() -> book.person(session.unitId(), line.name(), null));
        var account = same.map(Seat::accountId).orElse(null);
        var held = new Held(line.post(), line.name(), account, line.from(), line.to(), line.fullTime());
        return Seat.in(session, person, held);
    }

    /** Which column is wrong. */
    private static String field(Line line, ProblemException refused) {
        if (!(refused.refusal() instanceof TeamRefusal why)) throw refused;
        return switch (why) {
            case UNKNOWN, NOT_SUPERIOR, NO_SESSION -> "unitCode";
            case NO_SUCH_POST, FULL -> "post";
            case SEATED -> "name";
            case ENDED -> "to";
            case WRONG_DAY ->
                line.from().isBefore(LocalDate.parse(refused.arguments().getFirst())) ? "from" : "to";
            case NO_SUCH_PERSON, NUMBER_TAKEN, NOT_DUE -> throw new IllegalStateException("Not of a seat: " + why);
        };
    }
}
