package cn.dangjian.assessment.result.consequence;

import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.UNKNOWN;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.result.consequence.Consequence.State;
import cn.dangjian.assessment.result.consequence.ConsequenceRepository.Gap;
import cn.dangjian.assessment.result.consequence.DecideConsequence.DecisionRequest;
import cn.dangjian.assessment.result.consequence.HoldTalk.TalkRequest;
import cn.dangjian.assessment.result.grade.Grade;
import cn.dangjian.assessment.result.grade.GradeTable.Standing;
import cn.dangjian.assessment.result.ladder.Measure;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What rules over frozen years have asked, and what people decide. */
@Tag(name = "consequences 结果运用")
@RestController
class ConsequenceController {

    private final DecideConsequence decideConsequence;
    private final HoldTalk holdTalk;
    private final ConsequenceRepository repository;
    private final TalkRepository talks;
    private final Cases<State, ConsequenceStep> cases;

    ConsequenceController(
            DecideConsequence decideConsequence,
            HoldTalk holdTalk,
            ConsequenceRepository repository,
            TalkRepository talks,
            CaseStore store) {
        this.decideConsequence = decideConsequence;
        this.holdTalk = holdTalk;
        this.repository = repository;
        this.talks = talks;
        this.cases = store.of(ConsequenceStep.KIND);
    }

    record WordsRequest(
            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words) {}

    record ReviewRequest(
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    /** @param fewer how many of the peers had less */
    record EvidenceView(long grading, int year, Grade grade, Points total, int fewer, int peers) {

        static EvidenceView of(Standing standing) {
            return new EvidenceView(
                    standing.grading(),
                    standing.year(),
                    standing.grade(),
                    new Points(standing.total()),
                    standing.fewer(),
                    standing.peers());
        }
    }

    /**
     * What is proposed about a unit, and what people have said.
     *
     * @param owner who decides
     * @param ended whether it has ended with its unit: nobody else is charged with it
     * @param evidence the oldest year first
     * @param gaps villages whose team was incomplete at the year's end; none unless the rule asks for them
     * @param measure null until people have decided
     * @param dueOn by when what comes next is to be done; null if no day is set
     * @param talk null unless one was held
     * @param journal the oldest first
     */
    record ConsequenceView(
            long id,
            long unit,
            String unitName,
            long owner,
            String ownerName,
            State state,
            int year,
            Ground ground,
            String source,
            boolean ended,
            List<EvidenceView> evidence,
            List<Gap> gaps,
            @Nullable LocalDate hearingUntil,
            @Nullable Measure measure,
            @Nullable String document,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate dueOn,
            @Nullable Talk talk,
            List<Entry> journal,
            long version)
            implements Versioned {}

    record ConsequenceRow(long id, long unit, String unitName, State state, int year, Ground ground, long version) {

        static ConsequenceRow of(Consequence one) {
            return new ConsequenceRow(
                    one.id(), one.unit().value(), one.unitName(), one.state(), one.year(), one.ground(), one.version());
        }
    }

    @Operation(summary = "Tell the unit, which is then heard for some days (告知)")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/notice")
    ResponseEntity<ConsequenceView> notice(
            @PathVariable long id, Seen seen, @Valid @RequestBody WordsRequest request, Desk desk) {
        return Reply.ok(view(decideConsequence.notice(id, request.words(), seen, desk), desk));
    }

    @Operation(summary = "Say what the unit has to say (陈述申辩)")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/statements")
    ResponseEntity<ConsequenceView> hear(
            @PathVariable long id, Seen seen, @Valid @RequestBody WordsRequest request, Desk desk) {
        return Reply.ok(view(decideConsequence.hear(id, request.words(), seen, desk), desk));
    }

    @Operation(
            summary = "Decide (决定)",
            description = "By another person than the one who has told the unit, and after it was heard.")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/decision")
    ResponseEntity<ConsequenceView> decide(
            @PathVariable long id, Seen seen, @Valid @RequestBody DecisionRequest request, Desk desk) {
        return Reply.ok(view(decideConsequence.decide(id, request, seen, desk), desk));
    }

    @Operation(summary = "Let it be, with the reason (不予追究)")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/dismissal")
    ResponseEntity<ConsequenceView> dismiss(
            @PathVariable long id, Seen seen, @Valid @RequestBody WordsRequest request, Desk desk) {
        return Reply.ok(view(decideConsequence.dismiss(id, request.words(), seen, desk), desk));
    }

    @Operation(
            summary = "Write a talk down that was decided (谈话)",
            description = "Who talked with whom, by their posts and without names, what was asked for, and by when.")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/talk")
    ResponseEntity<ConsequenceView> talk(
            @PathVariable long id, Seen seen, @Valid @RequestBody TalkRequest request, Desk desk) {
        return Reply.ok(view(holdTalk.talk(id, request, seen, desk), desk));
    }

    @Operation(
            summary = "Say that it is carried out, and what was asked for is done (落实)",
            description = "By another person than the one who has talked.")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/settlement")
    ResponseEntity<ConsequenceView> settle(
            @PathVariable long id, Seen seen, @Valid @RequestBody WordsRequest request, Desk desk) {
        return Reply.ok(view(holdTalk.settle(id, request.words(), seen, desk), desk));
    }

    @Operation(summary = "Appeal against the decision (申诉)")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/appeal")
    ResponseEntity<ConsequenceView> appeal(
            @PathVariable long id, Seen seen, @Valid @RequestBody WordsRequest request, Desk desk) {
        return Reply.ok(view(decideConsequence.appeal(id, request.words(), seen, desk), desk));
    }

    @Operation(summary = "Let the decision stand (维持)", description = "By whoever is above the one who has decided.")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/confirmation")
    ResponseEntity<ConsequenceView> confirm(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReviewRequest request, Desk desk) {
        return Reply.ok(view(decideConsequence.review(id, true, said(request, desk), seen, desk), desk));
    }

    @Operation(summary = "Revoke the decision (撤销)", description = "By whoever is above the one who has decided.")
    @Idempotent
    @PostMapping("/v1/consequences/{id}/revocation")
    ResponseEntity<ConsequenceView> revoke(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReviewRequest request, Desk desk) {
        return Reply.ok(view(decideConsequence.review(id, false, said(request, desk), seen, desk), desk));
    }

    @Operation(summary = "What is proposed about a unit, with the years that it comes from")
    @GetMapping("/v1/consequences/{id}")
    ResponseEntity<ConsequenceView> consequence(@PathVariable long id, Desk desk) {
        return Reply.ok(view(repository.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "What is proposed about the unit and those below, the newest first")
    @GetMapping("/v1/consequences")
    Page<ConsequenceRow> consequences(Slice slice, Desk desk) {
        return slice.newest(repository.list(slice, desk.scope()), Consequence::id)
                .map(ConsequenceRow::of);
    }

    private static Said said(ReviewRequest request, Desk desk) {
        return Said.today(desk).by(request.document()).note(request.reason());
    }

    private ConsequenceView view(Consequence one, Desk desk) {
        return new ConsequenceView(
                one.id(),
                one.unit().value(),
                one.unitName(),
                one.ownerId(),
                one.ownerName(),
                one.state(),
                one.year(),
                one.ground(),
                one.source(),
                one.ended(),
                repository.listEvidence(one.id()).stream().map(EvidenceView::of).toList(),
                repository.listGaps(one.id()),
                one.hearingUntil(),
                one.measure(),
                one.document(),
                one.decidedOn(),
                one.dueOn(),
                talks.find(one.id()).orElse(null),
                cases.journal(one.id(), desk.scope()),
                one.version());
    }
}
