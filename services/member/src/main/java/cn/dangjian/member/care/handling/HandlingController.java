package cn.dangjian.member.care.handling;

import static cn.dangjian.member.care.handling.HandlingRefusal.UNKNOWN;

import cn.dangjian.member.care.handling.ProposeHandling.HeavierRequest;
import cn.dangjian.member.care.handling.ProposeHandling.ProposalRequest;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a branch proposes against a member, how it hears him, and how it votes. */
@Tag(name = "handlings 不合格党员处置")
@RestController
class HandlingController {

    private final ProposeHandling proposeHandling;
    private final HearMember hearMember;
    private final HandlingRepository handlings;
    private final HandlingViews views;

    HandlingController(
            ProposeHandling proposeHandling, HearMember hearMember, HandlingRepository handlings, HandlingViews views) {
        this.proposeHandling = proposeHandling;
        this.hearMember = hearMember;
        this.handlings = handlings;
        this.views = views;
    }

    record NoticeRequest(@NotNull LocalDate day) {}

    record StatementRequest(
            @NotNull LocalDate day,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String statement) {}

    record VoteRequest(
            @NotNull LocalDate day, @NotNull @Valid Ballot ballot) {}

    record WithdrawalRequest(
            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    @Operation(summary = "Propose a measure against a member (提出)")
    @Idempotent
    @PostMapping("/v1/members/{id}/handlings")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<HandlingView> propose(
            @PathVariable long id, @Valid @RequestBody ProposalRequest request, Desk desk) {
        return Reply.created(views.of(proposeHandling.propose(id, request, desk), desk));
    }

    @Operation(summary = "Write down that he was told, from when on he may speak (告知)")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/notice")
    ResponseEntity<HandlingView> notice(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoticeRequest request, Desk desk) {
        return Reply.ok(views.of(hearMember.notice(id, request.day(), seen, desk), desk));
    }

    @Operation(summary = "Write down what he said (陈述申辩)")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/statements")
    ResponseEntity<HandlingView> hear(
            @PathVariable long id, Seen seen, @Valid @RequestBody StatementRequest request, Desk desk) {
        return Reply.ok(views.of(hearMember.hear(id, request.day(), request.statement(), seen, desk), desk));
    }

    @Operation(summary = "Write down how the branch voted (支部大会表决)")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/vote")
    ResponseEntity<HandlingView> vote(
            @PathVariable long id, Seen seen, @Valid @RequestBody VoteRequest request, Desk desk) {
        return Reply.ok(views.of(hearMember.vote(id, request.day(), request.ballot(), seen, desk), desk));
    }

    @Operation(summary = "Take the proposal back")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/withdrawal")
    ResponseEntity<HandlingView> withdraw(
            @PathVariable long id, Seen seen, @Valid @RequestBody WithdrawalRequest request, Desk desk) {
        return Reply.ok(views.of(hearMember.withdraw(id, request.reason(), seen, desk), desk));
    }

    @Operation(summary = "Propose something heavier, for he has not corrected himself in time")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/heavier-proposal")
    ResponseEntity<HandlingView> proposeHeavier(
            @PathVariable long id, Seen seen, @Valid @RequestBody HeavierRequest request, Desk desk) {
        return Reply.ok(views.of(proposeHandling.proposeHeavier(id, request, seen, desk), desk));
    }

    @Operation(summary = "What is proposed and decided about a member")
    @GetMapping("/v1/handlings/{id}")
    ResponseEntity<HandlingView> handling(@PathVariable long id, Desk desk) {
        return Reply.ok(views.of(handlings.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "What is proposed and decided, the newest first")
    @GetMapping("/v1/handlings")
    Page<Handling> handlings(@RequestParam(required = false) @Nullable Long member, Slice slice, Desk desk) {
        return slice.newest(handlings.list(member, slice, desk.scope()), Handling::id);
    }
}
