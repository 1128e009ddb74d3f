package cn.dangjian.organization.people.team;

import static cn.dangjian.organization.people.term.TeamRefusal.ENDED;
import static cn.dangjian.organization.people.term.TeamRefusal.FULL;
import static cn.dangjian.organization.people.term.TeamRefusal.NO_SESSION;
import static cn.dangjian.organization.people.term.TeamRefusal.NO_SUCH_POST;
import static cn.dangjian.organization.people.term.TeamRefusal.OTHER_TIME;
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
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.Wording;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    public Judged enter(List<Line> lines, Caller caller) {
        var desk = desks.of(caller);
        var known = known(lines, desk);
        var rejections = new ArrayList<Rejection>();
        var unchanged = new HashSet<Integer>();
        for (var line : lines) {
            // a line is refused before anything of it is written
            try {
                if (!enter(line, known, desk)) unchanged.add(line.number());
            } catch (ProblemException refused) {
                rejections.add(new Rejection(line.number(), field(line, refused), refused.code(), refused.arguments()));
            }
        }
        return new Judged(rejections, unchanged);
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
                units.stream()
                        .collect(Collectors.toMap(
                                unit -> unit.code().toUpperCase(Locale.ROOT),
                                Function.identity(),
                                (one, other) -> one)),
                sessions.serving(ids, desk.today(), scope).stream()
                        .collect(Collectors.toMap(Session::unitId, Function.identity(), (one, other) -> one)),
                seats.list(ids, scope).stream()
                        .collect(Collectors.groupingBy(Seat::unitId, Collectors.toCollection(ArrayList::new))),
                quotas.on(desk.today(), units, scope));
    }

    /** Whether anything is other than before. */
    private boolean enter(Line line, Known known, Desk desk) {
        var unit = known.units().get(line.unitCode());
        if (unit == null) throw UNKNOWN.get();
        Appointer.require(unit, desk);
        var there = known.of(unit).stream()
                .filter(seat -> seat.post().equals(line.post()) && isSame(seat, line))
                .filter(seat -> seat.from().equals(line.from()))
                .findFirst();
        if (there.isPresent()) return leave(line, there.get(), known.of(unit), desk);
        take(line, unit, known, desk);
        return true;
    }

    private static boolean isSame(Seat seat, Line line) {
        return Wording.sameName(seat.name()).equals(Wording.sameName(line.name()));
    }

    /** 免职: a seat that is there gets its last day. */
    private boolean leave(Line line, Seat seat, List<Seat> all, Desk desk) {
        var to = line.to();
        if (Objects.equals(to, seat.to())) {
            if (line.fullTime() == seat.fullTime()) return false;
            throw OTHER_TIME.with(seat.name());
        }
        if (to == null) throw SEATED.get();
        var ended = seat.to();
        if (ended != null && !ended.isAfter(desk.today())) throw ENDED.with(ended);
        if (to.isBefore(seat.from()))
            throw WRONG_DAY.with(seat.from(), desk.today().plusYears(1));
        all.set(all.indexOf(seat), book.end(seat, to, line.note(), desk));
        return true;
    }

    private void take(Line line, Unit unit, Known known, Desk desk) {
        var post = quotas.post(line.post(), unit.tier()).orElseThrow(() -> NO_SUCH_POST.with(line.post()));
        var session = Optional.ofNullable(known.sessions().get(unit.id())).orElseThrow(NO_SESSION);
        var to = line.to();
        Seat.requireWithin(session, line.from(), to, desk.today());

        var all = known.of(unit);
        var held = all.stream()
                .filter(seat -> seat.post().equals(line.post()) && seat.overlaps(line.from(), to))
                .toList();
        SEATED.when(held.stream().anyMatch(seat -> isSame(seat, line)));
        var quota = known.quotas().find(unit, post);
        if (quota != null && held.size() >= quota) throw FULL.with(quota);

        all.add(book.take(seat(line, session, all), desk));
    }

    /** Within a unit the same name is the same person: a list has nothing else to tell who sits on two posts. */
    private Seat seat(Line line, Session session, List<Seat> all) {
        var same = all.stream().filter(seat -> isSame(seat, line)).findFirst();
        long person = same.map(Seat::personId).orElseGet(() -> book.person(session.unitId(), line.name(), null));
        var account = same.map(Seat::accountId).orElse(null);
        var held = new Held(line.post(), line.name(), account, line.from(), line.to(), line.fullTime());
        return Seat.in(session, person, held);
    }

    /** Whether it is the end that lies not within the bounds, or the first day. */
    private static boolean isEndWrong(Line line, List<String> bounds) {
        var to = line.to();
        if (to == null || isBetween(line.from(), bounds)) return to != null;
        boolean ofEnd = line.from().plusDays(1).toString().equals(bounds.getFirst());
        return ofEnd && !isBetween(to, bounds);
    }

    private static boolean isBetween(LocalDate day, List<String> bounds) {
        return !day.isBefore(LocalDate.parse(bounds.getFirst())) && !day.isAfter(LocalDate.parse(bounds.getLast()));
    }

    /** Which column is wrong. */
    private static String field(Line line, ProblemException refused) {
        if (!(refused.refusal() instanceof TeamRefusal why)) throw refused;
        return switch (why) {
            case UNKNOWN, NOT_SUPERIOR, NO_SESSION -> "unitCode";
            case NO_SUCH_POST, FULL -> "post";
            case SEATED -> "name";
            case OTHER_TIME -> "fullTime";
            case ENDED -> "to";
            case WRONG_DAY -> isEndWrong(line, refused.arguments()) ? "to" : "from";
            case NO_SUCH_PERSON, NUMBER_TAKEN, NOT_DUE -> throw new IllegalStateException("Not of a seat: " + why);
        };
    }
}
