package cn.dangjian.identity.post;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.OfficeAccounts;
import cn.dangjian.identity.account.OfficeAccounts.Office;
import cn.dangjian.identity.audit.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 组织岗位: gives units an office post with its account, and ends the posts of units that were abolished. */
@Service
class KeepOffices {

    private final OfficeAccounts offices;
    private final Accounts accounts;
    private final PostRepository posts;
    private final PostAnnouncements announcements;
    private final Clock clock;

    KeepOffices(
            OfficeAccounts offices,
            Accounts accounts,
            PostRepository posts,
            PostAnnouncements announcements,
            Clock clock) {
        this.offices = offices;
        this.accounts = accounts;
        this.posts = posts;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * What identity needs to know of a unit.
     *
     * @param abolished whether nobody is there any more, or never was
     * @param wantsOffice whether it gets an office if it has none; one that is there stays
     */
    record UnitState(long id, String code, String name, boolean abolished, boolean wantsOffice) {

        boolean lacksOffice(boolean known) {
            return wantsOffice && !abolished && !known;
        }
    }

    /** Brings accounts and posts to the state of these units; doing it again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Collection<UnitState> states) {
        var units = states.stream().collect(toMap(UnitState::id, Function.identity()));
        var before = posts.listOfUnits(units.keySet()).stream().collect(toMap(Post::id, Function.identity()));

        openAccounts(units);
        var living = living(units);
        if (!living.isEmpty()) posts.insertOffices(living, clock.instant());
        var ended = setActive(units, before.values());

        var after = posts.listOfUnits(units.keySet());
        var changed = Stream.concat(
                ended.stream().filter(post -> !post.duty().equals(Post.OFFICE)),
                after.stream().filter(post -> !post.equals(before.get(post.id()))));
        announcements.announce(changed.toList(), null);
        accounts.endAccess(ended.stream().map(Post::id).toList(), Actor.PLATFORM);
    }

    private void openAccounts(Map<Long, UnitState> units) {
        var names = offices.names(units.keySet());
        var opened = new ArrayList<Office>();
        var renamed = new ArrayList<Office>();
        for (var unit : units.values()) {
            var office = new Office(unit.id(), unit.code(), unit.name());
            String name = names.get(unit.id());
            if (unit.lacksOffice(name != null)) opened.add(office);
            if (name != null && !name.equals(unit.name())) renamed.add(office);
        }
        offices.open(opened);
        offices.rename(renamed);
    }

    /** An abolished unit ends all its posts; one that lives again gets its office back, and nobody else. */
    private List<Post> setActive(Map<Long, UnitState> units, Collection<Post> known) {
        var ended = new ArrayList<Post>();
        var revived = new ArrayList<Long>();
        for (var post : known) {
            boolean abolished = state(units, post).abolished();
            if (post.active() && abolished) ended.add(post.end());
            if (!post.active() && !abolished && post.duty().equals(Post.OFFICE)) revived.add(post.id());
        }
        if (!revived.isEmpty()) posts.revive(revived);
        if (!ended.isEmpty()) posts.end(ended.stream().map(Post::id).toList(), clock.instant());
        return ended;
    }

    private static UnitState state(Map<Long, UnitState> units, Post post) {
        var state = units.get(post.unit());
        if (state == null) throw new IllegalStateException("A post of another unit: " + post.id());
        return state;
    }

    private static Set<Long> living(Map<Long, UnitState> units) {
        return units.values().stream()
                .filter(unit -> !unit.abolished())
                .map(UnitState::id)
                .collect(toSet());
    }
}
