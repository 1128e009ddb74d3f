package cn.dangjian.member.care.lost;

import static cn.dangjian.member.care.lost.LostRefusal.DAY_BEFORE;
import static cn.dangjian.member.care.lost.LostRefusal.GONE;
import static cn.dangjian.member.care.lost.LostRefusal.MOVED;
import static cn.dangjian.member.care.lost.LostRefusal.TOO_EARLY;

import cn.dangjian.member.care.lost.LostCase.State;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查找、停止党籍、除名、找回: takes a case on; each decision is somebody's, never earlier than the article allows. */
@Service
class AdvanceLostCase {

    private final LostRepository lost;
    private final Members members;
    private final Standings standings;
    private final Deadlines deadlines;
    private final Cases<State, LostStep> cases;

    AdvanceLostCase(LostRepository lost, Members members, Standings standings, Deadlines deadlines, CaseStore store) {
        this.lost = lost;
        this.members = members;
        this.standings = standings;
        this.deadlines = deadlines;
        this.cases = store.of(LostStep.KIND);
    }

    @Transactional
    LostCase advance(long id, LostStep step, Said said, Seen seen, Desk desk) {
        lost.lockMember(id);
        var held = cases.hold(id, desk).may(step, said, seen);
        var before = lost.find(id, desk.scope()).orElseThrow();
        String path = held.file().unit().path();
        refuse(before, step, said.day(), path, desk);

        var event = step.event();
        if (event != null) write(before, step, event, said, desk);
        if (step == LostStep.STOPPED) lost.stop(id, said.day());
        if (step == LostStep.SEARCHED) held.take();
        else held.take(due(before, step, said.day(), path, desk));
        return lost.find(id, desk.scope()).orElseThrow();
    }

    private void refuse(LostCase before, LostStep step, LocalDate day, String path, Desk desk) {
        var earliest = before.stoppedOn() == null ? before.lastContactOn() : before.stoppedOn();
        if (day.isBefore(earliest)) throw DAY_BEFORE.with(earliest.toString());
        var deadline =
                switch (step) {
                    case STOP_PROPOSED, STOPPED -> deadlines.stop(before.lastContactOn(), path, desk.today());
                    case REMOVAL_PROPOSED, REMOVED -> deadlines.remove(earliest, path, desk.today());
                    default -> null;
                };
        if (deadline != null && day.isBefore(deadline.earliest()))
            throw TOO_EARLY.with(deadline.source(), deadline.earliest().toString());
    }

    private void write(LostCase before, LostStep step, EventKind event, Said said, Desk desk) {
        var member = members.find(before.member(), desk.scope()).orElseThrow(MOVED);
        MOVED.unless(member.unit().equals(before.unit()));
        if (member.status().isOut()) {
            // of whoever has died meanwhile, only the case is closed
            GONE.unless(step == LostStep.FOUND || step == LostStep.RESTORED);
            return;
        }
        var happening = Happening.of(new MemberId(before.member()), event, said.day())
                .by(said.document())
                .because(said.note());
        standings.record(List.of(happening), desk.subject(), desk.now());
        members.touch(List.of(before.member()));
    }

    /** From when on the next step may be proposed. */
    private @Nullable LocalDate due(LostCase before, LostStep step, LocalDate day, String path, Desk desk) {
        return switch (step) {
            case CONFIRMED, STOP_DENIED ->
                deadlines.stop(before.lastContactOn(), path, desk.today()).earliest();
            case STOPPED -> deadlines.remove(day, path, desk.today()).earliest();
            case REMOVAL_DENIED ->
                before.stoppedOn() == null
                        ? null
                        : deadlines
                                .remove(before.stoppedOn(), path, desk.today())
                                .earliest();
            default -> null;
        };
    }
}
