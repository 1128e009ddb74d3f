package cn.dangjian.organization.people.team;

import static cn.dangjian.organization.people.term.TeamRefusal.FULL;
import static cn.dangjian.organization.people.term.TeamRefusal.NO_SUCH_POST;

import cn.dangjian.organization.people.quota.Quotas;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.organization.people.term.Sessions.SessionRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 换届: a superior begins a unit's next term; the one before ends with all its seats, and the elected take theirs. */
@Service
public class SeatTeam {

    private final Sessions sessions;
    private final Quotas quotas;
    private final SeatBook book;

    SeatTeam(Sessions sessions, Quotas quotas, SeatBook book) {
        this.sessions = sessions;
        this.quotas = quotas;
        this.book = book;
    }

    /** @param person tells people apart within the list: the same number is the same person on another post */
    public record Elected(int person, String name, @Nullable Long account, String post, boolean fullTime) {}

    @Transactional
    public Session seat(UnitId id, SessionRequest request, List<Elected> elected, Desk desk) {
        sessions.lock(id);
        var unit = Appointer.find(id, desk);
        require(unit, elected, desk);

        var session = sessions.begin(unit, request, desk.today());
        book.endAll(unit, request.startedOn(), desk);
        take(session, elected, desk);
        return session;
    }

    private void require(Unit unit, List<Elected> elected, Desk desk) {
        var quota = quotas.on(desk.today(), List.of(unit), Scope.own(unit.path()));
        for (var one : elected) {
            var post = quotas.post(one.post(), unit.tier()).orElseThrow(() -> NO_SUCH_POST.with(one.post()));
            var most = quota.find(unit, post);
            if (most != null && count(elected, one.post()) > most) throw FULL.with(most);
        }
    }

    private static long count(List<Elected> elected, String post) {
        return elected.stream().filter(one -> one.post().equals(post)).count();
    }

    private void take(Session session, List<Elected> elected, Desk desk) {
        var unit = session.unitId();
        var people = new HashMap<Integer, Long>();
        for (var one : elected) {
            long person = people.computeIfAbsent(one.person(), number -> book.person(unit, one.name(), one.account()));
            var held = new Seat.Held(one.post(), one.name(), one.account(), session.startedOn(), null, one.fullTime());
            book.take(Seat.in(session, person, held), desk);
        }
    }
}
