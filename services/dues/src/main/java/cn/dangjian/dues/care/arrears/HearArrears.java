package cn.dangjian.dues.care.arrears;

import static cn.dangjian.dues.care.arrears.ArrearsRefusal.DAY_BEFORE;
import static cn.dangjian.dues.care.arrears.ArrearsRefusal.MOVED;
import static cn.dangjian.dues.care.arrears.ArrearsRefusal.WRONG_VOTE;

import cn.dangjian.dues.care.arrears.ArrearsCase.Reason;
import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.dues.care.late.CountLate;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 核实、告知、听取、表决: the branch finds a reason, or hears its member and votes whether there is none. */
@Service
class HearArrears {

    private final ArrearsRepository repository;
    private final ArrearsRules rules;
    private final CountLate countLate;
    private final Cases<State, ArrearsStep> cases;

    HearArrears(ArrearsRepository repository, ArrearsRules rules, CountLate countLate, CaseStore store) {
        this.repository = repository;
        this.rules = rules;
        this.countLate = countLate;
        this.cases = store.of(ArrearsStep.KIND);
    }

    record ReasonRequest(
            @NotNull LocalDate day,
            @NotNull Reason kind,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    @Transactional
    ArrearsCase notice(long id, LocalDate day, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(ArrearsStep.NOTICED, Said.on(day), seen);
        refuseBefore(find(id, desk).openedOn(), day);
        var until = rules.hearingUntil(day, held.file().unit().path(), desk.today());
        held.take(until);
        repository.notice(id, day, until);
        return find(id, desk);
    }

    @Transactional
    ArrearsCase hear(long id, LocalDate day, String statement, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(ArrearsStep.HEARD, Said.on(day).note(statement), seen);
        refuseBefore(find(id, desk).noticedOn(), day);
        held.take();
        repository.touch(id);
        return find(id, desk);
    }

    /** A reason that the branch holds to be good; the committee above decides. */
    @Transactional
    ArrearsCase excuse(long id, ReasonRequest request, Seen seen, Desk desk) {
        var said = Said.on(request.day()).note(request.reason());
        var held = cases.hold(id, desk).may(ArrearsStep.EXCUSED, said, seen);
        refuseBefore(find(id, desk).openedOn(), request.day());
        held.take();
        repository.excuse(id, request.kind(), request.reason());
        return find(id, desk);
    }

    /** Held by more than half of those who may vote, it goes to the committee; otherwise nothing is held against him. */
    @Transactional
    ArrearsCase vote(long id, LocalDate day, Ballot ballot, Seen seen, Desk desk) {
        repository.lockMember(id);
        var said = Said.on(day).note(ballot.said());
        var held = cases.hold(id, desk).may(ArrearsStep.VOTED, said, seen);
        String path = held.file().unit().path();
        WRONG_VOTE.unless(ballot.isPossible());
        var before = find(id, desk);
        rules.refuseVote(day, Objects.requireNonNull(before.hearingUntil()), path, desk.today());
        var late = countLate.now(before.member());
        rules.refusePaid(late, desk.today());

        boolean passed = rules.passes(ballot, path, desk.today());
        if (!passed) held.may(ArrearsStep.VOTED_DOWN, said, seen);
        held.take();
        repository.vote(id, day, ballot);
        if (!passed) repository.close(id, late, late.until(), day, null);
        return find(id, desk);
    }

    /** He has paid before anything was decided, or what was open was relieved or corrected. */
    @Transactional
    ArrearsCase paid(long id, String note, Seen seen, Desk desk) {
        repository.lockMember(id);
        var said = Said.today(desk).note(note);
        var held = cases.hold(id, desk).may(ArrearsStep.PAID, said, seen);
        var late = countLate.now(find(id, desk).member());
        rules.refuseOpen(late, desk.today());

        held.take();
        repository.close(id, late, null, desk.today(), null);
        return find(id, desk);
    }

    private ArrearsCase find(long id, Desk desk) {
        return repository.find(id, desk.scope()).orElseThrow(MOVED);
    }

    private static void refuseBefore(@Nullable LocalDate earliest, LocalDate day) {
        if (earliest != null && day.isBefore(earliest)) throw DAY_BEFORE.with(earliest.toString());
    }
}
