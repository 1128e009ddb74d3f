package cn.dangjian.member.growth.development;

import static cn.dangjian.member.growth.development.DevelopmentRefusal.GONE;
import static cn.dangjian.member.growth.development.DevelopmentRefusal.NOT_A_STEP;
import static cn.dangjian.member.growth.development.DevelopmentRefusal.NOT_FULL_MEMBER;
import static cn.dangjian.member.growth.development.DevelopmentRefusal.NOT_RECOMMENDED;
import static cn.dangjian.member.growth.development.DevelopmentRefusal.UNKNOWN;
import static java.util.stream.Collectors.joining;

import cn.dangjian.member.growth.development.Development.Objection;
import cn.dangjian.member.growth.development.Development.Recommendation;
import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.growth.edition.Outcome;
import cn.dangjian.member.growth.edition.Proposed;
import cn.dangjian.member.growth.edition.Proposed.Publicity;
import cn.dangjian.member.growth.edition.Proposed.Training;
import cn.dangjian.member.growth.edition.Proposed.Vote;
import cn.dangjian.member.growth.edition.Way;
import cn.dangjian.member.growth.quota.Quotas;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办理步骤: a step is taken on its day, with its evidence, if the rules allow it; what the person becomes is written down. */
@Service
class TakeStep {

    private final DevelopmentRepository developments;
    private final Becoming becoming;
    private final Ways ways;
    private final Quotas quotas;
    private final Cases<State, DevelopmentStep> cases;

    TakeStep(DevelopmentRepository developments, Becoming becoming, Ways ways, Quotas quotas, CaseStore store) {
        this.developments = developments;
        this.becoming = becoming;
        this.ways = ways;
        this.quotas = quotas;
        this.cases = store.of(DevelopmentStep.KIND);
    }

    /**
     * @param outcome null: done; of a vote it follows from the vote, of an approval from what was voted
     * @param people the files of the contacts or introducers that were named
     * @param months by how many probation is to be longer
     * @param leavesOn when he leaves the unit at which he works or studies; null if nobody knows of it
     * @param recommended only of {@code ACTIVIST}
     */
    record StepRequest(
            @NotNull DevelopmentStep step,
            @NotNull LocalDate day,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String evidence,

            @Nullable @Size(max = 100) @Stripped String document,
            @Nullable Outcome outcome,
            @Nullable @Size(max = 5) List<@NotNull @Positive Long> people,
            @Nullable @Valid Training training,
            @Nullable @Valid Vote vote,
            @Nullable @Valid Publicity publicity,
            @Nullable Integer months,
            @Nullable LocalDate leavesOn,
            @Nullable Recommendation recommended) {

        /** Of which nothing is said but its day and its evidence. */
        static StepRequest plain(DevelopmentStep step, LocalDate day, String evidence) {
            return new StepRequest(step, day, evidence, null, null, null, null, null, null, null, null, null);
        }

        /** What the rules are asked about it. */
        Proposed proposed(Outcome ending, @Nullable LocalDate bornOn, int objectionsOpen, @Nullable LocalDate leaving) {
            return new Proposed(
                    step.name(),
                    day,
                    ending,
                    bornOn,
                    people == null ? null : people.size(),
                    training,
                    vote,
                    publicity,
                    objectionsOpen,
                    months,
                    leaving);
        }

        Development.Step row(String edition, Outcome ending, boolean late, Desk desk) {
            return new Development.Step(
                    step.name(),
                    edition,
                    day,
                    ending,
                    late,
                    evidence,
                    document,
                    people == null ? null : people.stream().map(String::valueOf).collect(joining(",")),
                    training == null ? null : training.days(),
                    training == null ? null : training.hours(),
                    vote == null ? null : vote.entitled(),
                    vote == null ? null : vote.present(),
                    vote == null ? null : vote.written(),
                    vote == null ? null : vote.yes(),
                    publicity == null ? null : publicity.from(),
                    publicity == null ? null : publicity.to(),
                    ending == Outcome.EXTENDED ? months : null,
                    recommended,
                    desk.subject(),
                    desk.now().atOffset(ZoneOffset.UTC));
        }
    }

    @Transactional
    Development take(long id, StepRequest request, Seen seen, Desk desk) {
        NOT_A_STEP.unless(request.step().isOfTheRules());
        if (request.step() == DevelopmentStep.ADMISSION_APPROVED) {
            // before anything is read: whoever waited here sees whom the one before him has admitted
            cases.lock(desk.unit().id());
            quotas.lock(desk.unit().path());
        }
        developments.lockMember(id);
        var held = cases.hold(id, desk);
        var development = developments.find(id, cases.scope(desk)).orElseThrow(UNKNOWN);
        var taken = developments.listSteps(id, desk.scope());
        var way = ways.of(taken, development.path(), request.day());
        var step = way.step(request.step().name(), request.day());
        var outcome = way.outcome(step, request.outcome(), request.vote());
        var said = Said.on(request.day()).by(request.document()).note(request.evidence());
        held.may(request.step().ending(outcome), said, seen);
        GONE.when(becoming.isGone(development.member(), desk));
        NOT_RECOMMENDED.when(request.recommended() != null && request.step() != DevelopmentStep.ACTIVIST);
        var bornOn = becoming.bornOn(development.member(), desk);
        var leavesOn = becoming.leavesOn(development.member(), request.leavesOn(), desk);
        var due = way.take(request.proposed(outcome, bornOn, open(id, desk), leavesOn));
        refuseOthers(request, desk);

        var row = request.row(step.edition(), outcome, due.isLate(request.day()), desk);
        var now = new ArrayList<>(taken);
        now.add(row);
        var after = ways.of(now, development.path(), request.day());
        become(development, after, row, desk);
        held.take(after.nextDay(desk.today()));
        developments.add(id, row);
        return developments.find(id, desk.scope()).orElseThrow();
    }

    private int open(long id, Desk desk) {
        return (int) developments.listObjections(id, desk.scope()).stream()
                .map(Objection::answer)
                .filter(Objects::isNull)
                .count();
    }

    private void refuseOthers(StepRequest request, Desk desk) {
        if (request.people() == null) return;
        for (long other : request.people())
            if (!becoming.isFullMember(other, request.day(), desk)) throw NOT_FULL_MEMBER.with(String.valueOf(other));
    }

    private void become(Development development, Way way, Development.Step row, Desk desk) {
        var step = way.step(row.step(), row.day());
        if (step.becomes() == null || row.outcome() == Outcome.FAILED) return;
        boolean done = row.outcome() == Outcome.DONE;
        var kind = EventKind.valueOf(done ? step.becomes() : row.outcome().name());
        var day = done ? way.becomesOn(step) : row.day();
        if (becoming.knows(development.member(), kind, day)) return;
        if (kind == EventKind.ADMITTED) quotas.require(development.path(), day.getYear());
        becoming.tell(development.member(), kind, day, row.document(), row.evidence(), desk);
    }
}
