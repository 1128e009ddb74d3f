package cn.dangjian.organization.people.telling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.organization.people.quota.Quotas;
import cn.dangjian.organization.people.telling.ToldTable.Held;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.organization.tree.announcement.Retelling;
import cn.dangjian.organization.tree.announcement.ToldAgain;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Outbox;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through all teams and tells of those that are others than was told. Seats begin and end with days, quotas with
 * rules, terms with elections: whoever looks at what there is forgets none of them.
 */
@Service
class TellTeams implements ToldAgain {

    private static final String TYPE = "organization.team-changed.v1";
    private static final String PARTY = "PARTY";
    private static final int AT_ONCE = 500;

    private static final Duration LONGEST_REST = Duration.ofMinutes(2);
    private static final int REST_FOR_WORK = 20;

    private final Sessions sessions;
    private final Quotas quotas;
    private final ToldTable table;
    private final Announcing announcing;
    private final Retelling retelling;
    private volatile long restUntil = System.nanoTime();

    TellTeams(Sessions sessions, Quotas quotas, ToldTable table, Announcing announcing) {
        this.sessions = sessions;
        this.quotas = quotas;
        this.table = table;
        this.announcing = announcing;
        retelling =
                new Retelling(() -> Boolean.TRUE.equals(announcing.transaction().execute(status -> tellSomeAgain())));
    }

    /** In what a telling happens. */
    @org.springframework.stereotype.Component
    record Announcing(Outbox outbox, TransactionTemplate transaction, Days days) {}

    /** The data of {@code contracts/events/team-changed.v1}. */
    record TeamChanged(
            long unit,
            LocalDate asOf,
            int quota,
            int filled,
            @Nullable Boolean secretary,
            @Nullable LocalDate dueOn) {

        static TeamChanged of(TeamState state, LocalDate day) {
            return new TeamChanged(
                    state.unitId(), day, state.quota(), state.filled(), state.secretary(), state.dueOn());
        }
    }

    @Override
    public void tellAgain() {
        table.markAll();
        retelling.ask();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellAsked() {
        retelling.turn();
    }

    /** Looks no more than a twentieth of its time: where there are few teams soon again, in a province after two minutes. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT10S")
    @SchedulerLock(name = "tell-teams")
    void tellNowAndThen() {
        if (System.nanoTime() - restUntil < 0) return;
        long began = System.nanoTime();
        tell();
        long took = System.nanoTime() - began;
        restUntil = System.nanoTime() + Math.min(LONGEST_REST.toNanos(), took * REST_FOR_WORK);
    }

    void tell() {
        retelling.tellMarked();
        long after = 0;
        while (after >= 0) {
            long from = after;
            after = Objects.requireNonNull(announcing.transaction().execute(status -> tellSome(from)));
        }
    }

    private boolean tellSomeAgain() {
        var told = table.takeAgain(AT_ONCE);
        announce(told);
        table.toldAgain(told);
        return !told.isEmpty();
    }

    /** The last unit looked at; less than nothing if there was none. */
    private long tellSome(long after) {
        var today = announcing.days().today();
        var units = table.listNext(after, today, AT_ONCE);
        if (units.isEmpty()) return -1;
        var ids = units.stream().map(unit -> unit.id().value()).toList();
        var told = table.lock(ids).stream().collect(toMap(TeamState::unitId, state -> state));
        var news = new ArrayList<TeamState>();
        for (var state : states(units, ids, today)) {
            var before = told.get(state.unitId());
            if (before == null || !before.says(state)) news.add(state.next(before == null ? 0 : before.version()));
        }
        table.save(news);
        announce(news);
        return units.getLast().id().value();
    }

    private void announce(List<TeamState> states) {
        var today = announcing.days().today();
        announcing
                .outbox()
                .appendAll(states.stream()
                        .map(state -> new Outbox.Entry(
                                TYPE,
                                "team:" + state.unitId(),
                                state.version(),
                                null,
                                TeamChanged.of(state, Objects.requireNonNullElse(state.asOf(), today))))
                        .toList());
    }

    private List<TeamState> states(List<Unit> units, List<Long> ids, LocalDate day) {
        var everywhere = new Scope("0", "~");
        var terms = sessions.serving(ids, day, everywhere).stream()
                .collect(toMap(term -> term.unitId().value(), Session::dueOn, (one, other) -> one));
        var held = table.listHeld(ids, day).stream().collect(groupingBy(Held::unitId, toMap(Held::post, Held::held)));
        var quota = quotas.on(day, units, everywhere);
        return units.stream()
                .map(unit -> state(
                        unit,
                        quota,
                        held.getOrDefault(unit.id().value(), Map.of()),
                        terms.get(unit.id().value()),
                        day))
                .toList();
    }

    /** Of posts of the Party organisation that have a quota; who is beyond a quota fills no other seat. */
    private TeamState state(
            Unit unit, Quotas.Of quota, Map<String, Integer> held, @Nullable LocalDate dueOn, LocalDate day) {
        int asked = 0;
        int filled = 0;
        Boolean secretary = null;
        for (var post : quotas.posts(unit.tier())) {
            var most = quota.find(unit, post);
            if (!post.body().equals(PARTY) || most == null) continue;
            int there = Math.min(most, held.getOrDefault(post.code(), 0));
            asked += most;
            filled += there;
            if (post.head() && most > 0) secretary = there > 0;
        }
        return new TeamState(unit.id().value(), asked, filled, secretary, dueOn, day, 0);
    }
}
