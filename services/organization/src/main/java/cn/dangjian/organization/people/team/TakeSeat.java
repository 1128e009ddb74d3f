package cn.dangjian.organization.people.team;

import static cn.dangjian.organization.people.term.TeamRefusal.FULL;
import static cn.dangjian.organization.people.term.TeamRefusal.NO_SESSION;
import static cn.dangjian.organization.people.term.TeamRefusal.NO_SUCH_PERSON;
import static cn.dangjian.organization.people.term.TeamRefusal.NO_SUCH_POST;
import static cn.dangjian.organization.people.term.TeamRefusal.SEATED;

import cn.dangjian.organization.people.quota.Quotas;
import cn.dangjian.organization.people.team.Seat.Held;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.organization.tree.rule.Posts.Post;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 任职: a superior puts someone on a post of the term that a unit is in. */
@Service
class TakeSeat {

    private static final String POST = "[A-Z][A-Z_]{0,31}";

    private final Sessions sessions;
    private final SeatRepository seats;
    private final Quotas quotas;
    private final SeatBook book;

    TakeSeat(Sessions sessions, SeatRepository seats, Quotas quotas, SeatBook book) {
        this.sessions = sessions;
        this.seats = seats;
        this.quotas = quotas;
        this.book = book;
    }

    /** @param person someone of the unit already, and then the name only has to be any; null for somebody new */
    record SeatRequest(
            @NotNull @Pattern(regexp = POST) String post,
            @Nullable @Positive Long person,
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long account,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotNull Boolean fullTime) {

        Held held() {
            return new Held(post, name, account, from, to, fullTime);
        }
    }

    @Transactional
    Seat take(UnitId id, SeatRequest request, Desk desk) {
        sessions.lock(id);
        var unit = Appointer.find(id, desk);
        var post = quotas.post(request.post(), unit.tier()).orElseThrow(() -> NO_SUCH_POST.with(request.post()));
        var session = sessions.serving(id, desk.today(), desk.scope()).orElseThrow(NO_SESSION);
        require(request, unit, session, desk.today());
        requireEmpty(request, unit, post, desk.today());

        var known = request.person();
        long person = known != null ? known : book.person(id, request.name(), request.account());
        return book.take(Seat.in(session, person, request.held()), desk);
    }

    private void require(SeatRequest request, Unit unit, Session session, LocalDate today) {
        Seat.requireWithin(session, request.from(), request.to(), today);
        var person = request.person();
        NO_SUCH_PERSON.when(person != null && !seats.isOf(person, unit.id()));
    }

    private void requireEmpty(SeatRequest request, Unit unit, Post post, LocalDate today) {
        var own = Scope.own(unit.path());
        var there = seats.list(List.of(unit.id().value()), own).stream()
                .filter(seat -> seat.post().equals(request.post()) && seat.overlaps(request.from(), request.to()))
                .toList();
        SEATED.when(there.stream().anyMatch(seat -> isSame(seat, request)));
        var quota = quotas.on(today, List.of(unit), own).find(unit, post);
        if (quota != null && there.size() >= quota) throw FULL.with(quota);
    }

    private static boolean isSame(Seat seat, SeatRequest request) {
        var account = request.account();
        if (request.person() != null) return seat.personId() == request.person();
        return account != null && account.equals(seat.accountId());
    }
}
