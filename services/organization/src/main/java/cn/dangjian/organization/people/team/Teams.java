package cn.dangjian.organization.people.team;

import cn.dangjian.organization.people.quota.Quotas;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.organization.tree.rule.Posts.Post;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what units' teams are on a day; flags and vacancies follow from seats and quotas. */
@Component
class Teams {

    private static final String PARTY = "PARTY";
    private static final String VILLAGERS = "VILLAGERS";

    private final Sessions sessions;
    private final SeatRepository seats;
    private final Quotas quotas;

    Teams(Sessions sessions, SeatRepository seats, Quotas quotas) {
        this.sessions = sessions;
        this.seats = seats;
        this.quotas = quotas;
    }

    /**
     * A unit's team on a day.
     *
     * @param oneHead 一肩挑: one person leads the Party organisation and the villagers' committee
     * @param crossPosted 两委交叉任职: people with a seat in both
     */
    record Team(
            UnitId unit,
            String name,
            @Nullable Session session,
            List<Seat> seats,
            boolean oneHead,
            List<Long> crossPosted,
            List<Vacancy> posts) {

        int missing() {
            return posts.stream().mapToInt(Vacancy::missing).sum();
        }
    }

    /** The teams of some units of a scope, in the order given. */
    List<Team> of(Collection<Unit> units, LocalDate day, Scope scope) {
        var ids = units.stream().map(unit -> unit.id().value()).toList();
        var terms = sessions.serving(ids, day, scope).stream()
                .collect(Collectors.toMap(Session::unitId, session -> session, (one, other) -> one));
        var all = seats.list(ids, scope).stream().collect(Collectors.groupingBy(Seat::unitId));
        var quota = quotas.on(day, units, scope);
        return units.stream()
                .map(unit -> team(unit, terms.get(unit.id()), all.getOrDefault(unit.id(), List.of()), quota, day))
                .toList();
    }

    private Team team(Unit unit, @Nullable Session session, List<Seat> all, Quotas.Of quota, LocalDate day) {
        var posts = quotas.posts(unit.tier());
        var held = all.stream().filter(seat -> seat.isHeldOn(day)).toList();
        var lacking = posts.stream()
                .map(post -> Vacancy.of(
                        post.code(),
                        post.term(),
                        quota.find(unit, post),
                        all.stream()
                                .filter(seat -> seat.post().equals(post.code()))
                                .toList(),
                        session == null ? null : session.startedOn(),
                        day))
                .toList();
        var cross = crossPosted(held, posts, false);
        boolean oneHead = !crossPosted(held, posts, true).isEmpty();
        return new Team(unit.id(), unit.name(), session, held, oneHead, cross, lacking);
    }

    /** Who has a seat, or the first seat, in the Party organisation and in the villagers' committee. */
    private static List<Long> crossPosted(List<Seat> held, List<Post> posts, boolean head) {
        Map<String, String> bodies =
                posts.stream().filter(post -> !head || post.head()).collect(Collectors.toMap(Post::code, Post::body));
        return held.stream()
                .map(Seat::personId)
                .distinct()
                .filter(person -> held.stream()
                        .filter(seat -> seat.personId() == person)
                        .map(seat -> bodies.get(seat.post()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                        .containsAll(List.of(PARTY, VILLAGERS)))
                .toList();
    }
}
