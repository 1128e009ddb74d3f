package cn.dangjian.member.growth.development;

import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.Leaving;
import cn.dangjian.member.person.standing.MemberEvent;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the files of persons say, and what they are told that somebody has become. */
@Component
class Becoming {

    private final Members members;
    private final Standings standings;
    private final ObjectProvider<Leaving> leaving;

    Becoming(Members members, Standings standings, ObjectProvider<Leaving> leaving) {
        this.members = members;
        this.standings = standings;
        this.leaving = leaving;
    }

    /** When he asked to be admitted; the last time, if he did more than once. */
    Optional<LocalDate> appliedOn(long member) {
        return counting(member)
                .filter(event -> event.kind() == EventKind.APPLIED)
                .map(MemberEvent::day)
                .max(LocalDate::compareTo);
    }

    @Nullable
    LocalDate bornOn(long member, Desk desk) {
        return members.find(member, desk.scope()).map(Member::birthOn).orElse(null);
    }

    /** When he leaves his unit: as is said, but today at the latest if he is on his way to another one; null if nobody knows. */
    @Nullable
    LocalDate leavesOn(long member, @Nullable LocalDate said, Desk desk) {
        if (said != null && !said.isAfter(desk.today())) return said;
        boolean leaves = leaving.stream().anyMatch(room -> room.isLeaving(new MemberId(member)));
        return leaves ? desk.today() : said;
    }

    /** Whether he has died, left, or is out, as his file says, or the caller sees no such file; nothing is told of him then. */
    boolean isGone(long member, Desk desk) {
        return members.find(member, desk.scope())
                .map(found -> found.status().isOut())
                .orElse(true);
    }

    /** Whether the caller sees his file, and he was a full member on the day. */
    boolean isFullMember(long member, LocalDate day, Desk desk) {
        return members.find(member, desk.scope()).isPresent()
                && standings
                        .on(new MemberId(member), day)
                        .filter(period -> period.status() == Status.FULL)
                        .isPresent();
    }

    /** Whether his file says so already, as of whoever was registered half-way. */
    boolean knows(long member, EventKind kind, LocalDate day) {
        return counting(member)
                .anyMatch(event -> event.kind() == kind && event.day().equals(day));
    }

    /** Writes down what he has become. */
    void tell(
            long member, EventKind kind, LocalDate day, @Nullable String document, @Nullable String reason, Desk desk) {
        var happening =
                Happening.of(new MemberId(member), kind, day).by(document).because(reason);
        standings.record(List.of(happening), desk.subject(), desk.now());
        members.touch(List.of(member));
    }

    private Stream<MemberEvent> counting(long member) {
        return standings.history(new MemberId(member)).stream().filter(event -> event.struckAt() == null);
    }
}
