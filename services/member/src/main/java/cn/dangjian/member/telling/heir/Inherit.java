package cn.dangjian.member.telling.heir;

import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.HandOverObserver;
import cn.dangjian.member.person.standing.HandOverObserver.HandOver;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.member.telling.heir.HeirTable.Ended;
import cn.dangjian.member.telling.heir.HeirTable.Part;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 成建制转入: moves the people of a unit to its heir, and what is open of them. That was decided where the tree is changed,
 * and who goes to which part of a split by those who wrote the list.
 */
@Service
class Inherit {

    private static final int AT_ONCE = 1000;

    private final HeirTable table;
    private final Standings standings;
    private final Members members;
    private final CaseStore cases;
    private final ObjectProvider<HandOverObserver> rooms;

    Inherit(
            HeirTable table,
            Standings standings,
            Members members,
            CaseStore cases,
            ObjectProvider<HandOverObserver> rooms) {
        this.table = table;
        this.standings = standings;
        this.members = members;
        this.cases = cases;
        this.rooms = rooms;
    }

    /** On whose behalf, and when. */
    record Decided(String subject, Instant at) {}

    /** Whoever is on the list for a part of a split goes there; those who went before, or have left, stay where they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int part(Part part, Decided by) {
        table.lock(part.origin());
        table.save(part);
        // whoever was accepted elsewhere while this waited for him is on it no more
        table.hold(table.listListed(part));
        var listed = table.listListed(part);
        if (listed.isEmpty()) return 0;
        var handOver = handOver(part.origin(), part.unit(), part.day(), "分设", by);
        move(listed, handOver, part.document());
        table.moved(part, listed);
        rooms.orderedStream().forEach(room -> room.membersWent(handOver, listed));
        return listed.size();
    }

    /**
     * Everybody who is still at a unit that ended goes to its heir, and to that one's if it has ended too.
     *
     * @param split whether others came out of it, and a list says who goes where
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Ended ended, boolean split, Decided by) {
        var next = Optional.of(ended);
        while (next.isPresent()) {
            var unit = next.get();
            endOne(unit, split && unit.equals(ended), by);
            next = table.findEnded(unit.heir());
        }
    }

    /** The same of whoever was registered at a unit while it ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAgain(UnitId unit, Decided by) {
        table.findEnded(unit).ifPresent(ended -> end(ended, false, by));
    }

    private void endOne(Ended ended, boolean split, Decided by) {
        table.lock(ended.unit());
        var handOver = handOver(ended.unit(), ended.heir(), ended.day(), "撤并", by);
        // first the transfers: whoever is being accepted at the unit has arrived then
        rooms.orderedStream().forEach(room -> room.unitWent(handOver));
        // then the persons, as other rooms hold somebody before what is open of him
        table.hold(table.listPeople(ended.unit()));
        var left = table.listPeople(ended.unit());
        cases.handOver(ended.unit(), ended.heir(), handOver.note(), by.subject(), by.at());
        move(left, handOver, ended.document());
        if (split) table.strand(ended, left);
        table.save(ended, left.size());
    }

    private HandOver handOver(UnitId from, UnitId to, LocalDate on, String how, Decided by) {
        String note = "原组织“%s”%s，转入“%s”".formatted(table.findName(from), how, table.findName(to));
        return new HandOver(from, to, on, note, by.subject(), by.at());
    }

    private void move(List<MemberId> people, HandOver handOver, @Nullable String document) {
        for (int first = 0; first < people.size(); first += AT_ONCE) {
            var some = people.subList(first, Math.min(first + AT_ONCE, people.size()));
            var periods = standings.periods(some);
            standings.record(
                    some.stream()
                            .map(member -> Happening.arrived(
                                            member,
                                            handOver.to(),
                                            day(Objects.requireNonNull(periods.get(member)), handOver.on()))
                                    .by(document)
                                    .because(handOver.note()))
                            .toList(),
                    handOver.subject(),
                    handOver.at());
            members.touch(some.stream().map(MemberId::value).toList());
        }
    }

    /** Of the move; whoever came to the unit later than that goes on at once. */
    private static LocalDate day(List<Period> periods, LocalDate on) {
        var unit = periods.getLast().unitId();
        var since = periods.getLast().fromOn();
        for (var period : periods.reversed()) {
            if (!Objects.equals(period.unitId(), unit)) break;
            since = period.fromOn();
        }
        return since.isAfter(on) ? since : on;
    }
}
