package cn.dangjian.member.person.record;

import static cn.dangjian.member.person.record.RecordRefusal.DAY_AHEAD;
import static cn.dangjian.member.person.record.RecordRefusal.NOT_ENTITLED;
import static cn.dangjian.member.person.record.RecordRefusal.NOT_OLD;
import static cn.dangjian.member.person.record.RecordRefusal.NOT_OUT;
import static cn.dangjian.member.person.record.RecordRefusal.NO_CLASS;
import static cn.dangjian.member.person.record.RecordRefusal.NO_DOCUMENT;
import static cn.dangjian.member.person.record.RecordRefusal.OVER;
import static cn.dangjian.member.person.record.RecordRefusal.STRUCK;
import static cn.dangjian.member.person.record.RecordRefusal.UNKNOWN;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.EventGuard;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登记变动、更正: writes down what has happened to somebody, or strikes what was wrong, each with a reason. */
@Service
class WriteEntry {

    private final Members members;
    private final Standings standings;
    private final ObjectProvider<EventGuard> guards;

    WriteEntry(Members members, Standings standings, ObjectProvider<EventGuard> guards) {
        this.members = members;
        this.standings = standings;
        this.guards = guards;
    }

    /** @param memberClass only of {@code CLASSED} */
    record EntryRequest(
            @NotNull Entry what,
            @NotNull LocalDate day,
            @Nullable MemberClass memberClass,
            @Nullable @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason) {

        Happening happening(MemberId member) {
            return new Happening(member, what.kind(), day, null, memberClass, document, reason);
        }
    }

    @Transactional
    Member write(long id, EntryRequest request, Seen seen, Desk desk) {
        var member = members.hold(id, desk.scope()).orElseThrow(UNKNOWN);
        var what = request.what();
        NOT_ENTITLED.when(what.lowest() != Tier.BRANCH && desk.isBelow(what.lowest()));
        // a township does not undo what a county has written down
        NOT_ENTITLED.when(what == Entry.RESTORED
                && member.status() == Status.EXPELLED
                && desk.isBelow(Entry.lowestToUndo(EventKind.EXPELLED)));
        seen.require(member.version());
        OVER.when(member.status().isOut() && what != Entry.RESTORED && !what.isDocumented());
        OVER.when(member.status() == Status.DIED && !request.day().isBefore(member.since()));
        NOT_OUT.when(what == Entry.RESTORED && !isOut(member, request.day()));
        if (request.day().isAfter(desk.today()))
            throw DAY_AHEAD.with(desk.today().toString());
        NO_DOCUMENT.when(what.isDocumented() && request.document() == null);
        NO_CLASS.when((what == Entry.CLASSED) != (request.memberClass() != null));
        boolean appliesAgain = what == Entry.APPLIED && member.status().isOut();
        if (what.isOfOldPapers() && !appliesAgain) refuseNewPapers(new MemberId(id), request.day());

        standings.record(List.of(request.happening(new MemberId(id))), desk.subject(), desk.now());
        members.touch(List.of(id));
        return members.find(id, desk.scope()).orElseThrow();
    }

    /** What has happened since the file was opened here, or is on its way in a case, does not come from old papers. */
    private void refuseNewPapers(MemberId member, LocalDate day) {
        var opened = members.registeredOn(member.value());
        if (!day.isBefore(opened)) throw NOT_OLD.with(opened.toString());
        guards.forEach(guard -> guard.refuseEntry(member, day));
    }

    /** Of several on one day, what leads out counts after what leads back; a stop counts before. */
    private static boolean isOut(Member member, LocalDate day) {
        return member.status() == Status.STOPPED
                ? !day.isBefore(member.since())
                : member.status().isOut() && day.isAfter(member.since());
    }

    /** A township or above strikes what was wrong; what only a county may write down, a county. */
    @Transactional
    Member strike(long id, long event, String reason, Seen seen, Desk desk) {
        var member = members.hold(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_ENTITLED.when(desk.isBelow(Tier.TOWNSHIP));
        var written = standings.history(new MemberId(id)).stream()
                .filter(one -> one.id() == event)
                .findFirst();
        NOT_ENTITLED.when(written.isPresent()
                && desk.isBelow(Entry.lowestToUndo(written.get().kind())));
        seen.require(member.version());
        written.ifPresent(one -> guards.forEach(guard -> guard.refuseStrike(new MemberId(id), one)));
        STRUCK.unless(standings.strike(new MemberId(id), event, reason, desk.subject(), desk.now()));
        members.touch(List.of(id));
        // whoever is of no unit any more would be seen by nobody
        return members.find(id, desk.scope()).orElseThrow(RecordRefusal.LAST_UNIT);
    }
}
