package cn.dangjian.member.person.standing;

import static java.util.stream.Collectors.toCollection;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What all rooms tell and ask of who somebody is. Whoever tells has decided it: a use case with a desk, a file of rows in
 * its sender's name, or the end of a unit that was decided; no job and no other listener does (U-13).
 */
@Service
public class Standings {

    private final StandingTable table;
    private final ObjectProvider<StandingObserver> observers;

    Standings(StandingTable table, ObjectProvider<StandingObserver> observers) {
        this.table = table;
        this.observers = observers;
    }

    /**
     * Writes down what happened to persons, of many at once with a handful of statements.
     *
     * @param subject on whose behalf, for example {@code account:17}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Happening> happenings, String subject, Instant at) {
        if (happenings.isEmpty()) return;
        var members = happenings.stream()
                .map(Happening::member)
                .collect(toCollection(() -> new TreeSet<>(Comparator.comparingLong(MemberId::value))));
        table.lock(members);
        var before = table.listPeriods(members);
        table.add(happenings, subject, at);
        derive(members, before, subject, at);
    }

    /**
     * Strikes an event that was wrong (更正); what follows from the others is derived anew.
     *
     * @return whether there was such an event that counts
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean strike(MemberId member, long event, String reason, String subject, Instant at) {
        var members = List.of(member);
        table.lock(members);
        var struck = table.findEvent(member, event);
        if (struck.isEmpty()) return false;
        var before = table.listPeriods(members);
        table.strike(event, reason, subject, at);
        derive(members, before, subject, at);
        return true;
    }

    private void derive(Collection<MemberId> members, Map<MemberId, List<Period>> before, String subject, Instant at) {
        var events = table.listEvents(members);
        var all = new ArrayList<Period>();
        var changes = new ArrayList<StandingObserver.Change>();
        var same = new ArrayList<UnitId>();
        for (var member : members) {
            var after = Timeline.of(member, events.getOrDefault(member, List.of()));
            var old = before.getOrDefault(member, List.of());
            if (after.equals(old)) {
                after.stream().map(Period::unitId).filter(Objects::nonNull).forEach(same::add);
                continue;
            }
            all.addAll(after);
            changes.add(new StandingObserver.Change(member, old, after, subject, at));
        }
        if (!same.isEmpty()) observers.orderedStream().forEach(observer -> observer.eventsChanged(same));
        if (changes.isEmpty()) return;
        if (before.isEmpty()) table.add(all);
        else table.replace(changes.stream().map(StandingObserver.Change::member).toList(), all);
        observers.orderedStream().forEach(observer -> observer.standingsChanged(changes));
    }

    /** Who somebody was on a day; empty before the first event. */
    @Unscoped("the person was found in the caller's scope")
    public Optional<Period> on(MemberId member, LocalDate day) {
        return periods(member).stream().filter(period -> period.holds(day)).findFirst();
    }

    /** The first one first. */
    @Unscoped("the person was found in the caller's scope")
    public List<Period> periods(MemberId member) {
        return table.listPeriods(List.of(member)).getOrDefault(member, List.of());
    }

    /** By person, the first one first. */
    @Unscoped("the persons were found in the caller's scope")
    public Map<MemberId, List<Period>> periods(Collection<MemberId> members) {
        return members.isEmpty() ? Map.of() : table.listPeriods(members);
    }

    /** Everything that was written down of a person, with what was struck, the newest first. */
    @Unscoped("the person was found in the caller's scope")
    public List<MemberEvent> history(MemberId member) {
        return table.history(member);
    }
}
