package cn.dangjian.dues.care.arrears;

import static cn.dangjian.dues.care.arrears.ArrearsRefusal.UNKNOWN;

import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.dues.care.arrears.HearArrears.ReasonRequest;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a branch finds out and votes, and what the committee above decides. */
@Tag(name = "arrears-cases 欠交案卷")
@RestController
class ArrearsController {

    private final HearArrears hearArrears;
    private final DecideArrears decideArrears;
    private final ArrearsRepository repository;
    private final ArrearsViews views;

    ArrearsController(
            HearArrears hearArrears, DecideArrears decideArrears, ArrearsRepository repository, ArrearsViews views) {
        this.hearArrears = hearArrears;
        this.decideArrears = decideArrears;
        this.repository = repository;
        this.views = views;
    }

    record NoticeRequest(@NotNull LocalDate day) {}

    record StatementRequest(
            @NotNull LocalDate day,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String statement) {}

    record VoteRequest(
            @NotNull LocalDate day, @NotNull @Valid Ballot ballot) {}

    record NoteRequest(
            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String note) {}

    record DecisionRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String document,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {

        Said said() {
            return Said.on(day).by(document).note(note);
        }
    }

    @Operation(summary = "Write down that he was told, from when on he may speak (告知)")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/notice")
    ResponseEntity<ArrearsView> notice(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoticeRequest request, Desk desk) {
        return Reply.ok(views.of(hearArrears.notice(id, request.day(), seen, desk), desk));
    }

    @Operation(summary = "Write down what he said (本人说明)")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/statements")
    ResponseEntity<ArrearsView> hear(
            @PathVariable long id, Seen seen, @Valid @RequestBody StatementRequest request, Desk desk) {
        return Reply.ok(views.of(hearArrears.hear(id, request.day(), request.statement(), seen, desk), desk));
    }

    @Operation(
            summary = "Report a good reason to the committee above (上报正当理由)",
            description = "With the kind HARDSHIP a relief can be proposed beside it, for the months in question.")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/reason")
    ResponseEntity<ArrearsView> excuse(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(views.of(hearArrears.excuse(id, request, seen, desk), desk));
    }

    @Operation(summary = "Write down how the branch voted on whether there is no good reason (支部大会表决)")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/vote")
    ResponseEntity<ArrearsView> vote(
            @PathVariable long id, Seen seen, @Valid @RequestBody VoteRequest request, Desk desk) {
        return Reply.ok(views.of(hearArrears.vote(id, request.day(), request.ballot(), seen, desk), desk));
    }

    @Operation(summary = "Close it, for fewer months are open now (已补交)")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/payment")
    ResponseEntity<ArrearsView> paid(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoteRequest request, Desk desk) {
        return Reply.ok(views.of(hearArrears.paid(id, request.note(), seen, desk), desk));
    }

    @Operation(summary = "Accept the reason (批准正当理由)")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/acceptance")
    ResponseEntity<ArrearsView> accept(
            @PathVariable long id, Seen seen, @Valid @RequestBody DecisionRequest request, Desk desk) {
        return Reply.ok(views.of(decideArrears.accept(id, request.said(), seen, desk), desk));
    }

    @Operation(summary = "Give it back: the reason does not hold (退回)")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/return")
    ResponseEntity<ArrearsView> giveBack(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoteRequest request, Desk desk) {
        return Reply.ok(views.of(decideArrears.giveBack(id, request.note(), seen, desk), desk));
    }

    @Operation(
            summary = "Approve that there is no good reason (批准认定无正当理由)",
            description = "Nothing about him changes: it is proposed that people open a handling of him.")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/approval")
    ResponseEntity<ArrearsView> establish(
            @PathVariable long id, Seen seen, @Valid @RequestBody DecisionRequest request, Desk desk) {
        return Reply.ok(views.of(decideArrears.establish(id, request.said(), seen, desk), desk));
    }

    @Operation(summary = "Do not approve it (不予认定)")
    @Idempotent
    @PostMapping("/v1/arrears-cases/{id}/dismissal")
    ResponseEntity<ArrearsView> dismiss(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoteRequest request, Desk desk) {
        return Reply.ok(views.of(decideArrears.dismiss(id, request.note(), seen, desk), desk));
    }

    @Operation(summary = "What is asked about a member, and what people have said")
    @GetMapping("/v1/arrears-cases/{id}")
    ResponseEntity<ArrearsView> arrearsCase(@PathVariable long id, Desk desk) {
        return Reply.ok(views.of(repository.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "What is asked, the newest first")
    @GetMapping("/v1/arrears-cases")
    Page<ArrearsCase> cases(
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable State state,
            Slice slice,
            Desk desk) {
        return slice.newest(repository.list(member, state, slice, desk.scope()), ArrearsCase::id);
    }
}
