package cn.dangjian.member.care.handling;

import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the committees above a branch decide. */
@Tag(name = "handlings 不合格党员处置")
@RestController
class HandlingDecisionController {

    private final DecideHandling decideHandling;
    private final HandlingViews views;

    HandlingDecisionController(DecideHandling decideHandling, HandlingViews views) {
        this.decideHandling = decideHandling;
        this.views = views;
    }

    /** @param until by when he is to correct himself, if that is what was proposed */
    record ApprovalRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String document,
            @Nullable LocalDate until,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {

        Said said() {
            return Said.on(day).by(document).note(note);
        }
    }

    record ReasonRequest(
            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    record NotedRequest(
            @NotNull LocalDate day,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String note) {

        Said said() {
            return Said.on(day).note(note);
        }
    }

    record AppealDecisionRequest(
            @NotNull Boolean granted,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String document,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {

        Said said() {
            return Said.on(day).by(document).note(note);
        }
    }

    @Operation(summary = "Approve what the branch has voted (审批)")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/approval")
    ResponseEntity<HandlingView> approve(
            @PathVariable long id, Seen seen, @Valid @RequestBody ApprovalRequest request, Desk desk) {
        return Reply.ok(views.of(decideHandling.approve(id, request.said(), request.until(), seen, desk), desk));
    }

    @Operation(summary = "Do not approve it (不予批准)")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/dismissal")
    ResponseEntity<HandlingView> dismiss(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(views.of(decideHandling.dismiss(id, request.reason(), seen, desk), desk));
    }

    @Operation(summary = "Close it, for he has corrected himself (已改正)")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/correction")
    ResponseEntity<HandlingView> close(
            @PathVariable long id, Seen seen, @Valid @RequestBody NotedRequest request, Desk desk) {
        return Reply.ok(views.of(decideHandling.close(id, request.said(), seen, desk), desk));
    }

    @Operation(summary = "Write down that he appeals (申诉)")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/appeal")
    ResponseEntity<HandlingView> appeal(
            @PathVariable long id, Seen seen, @Valid @RequestBody NotedRequest request, Desk desk) {
        return Reply.ok(views.of(decideHandling.appeal(id, request.said(), seen, desk), desk));
    }

    @Operation(summary = "Decide on his appeal (申诉决定)")
    @Idempotent
    @PostMapping("/v1/handlings/{id}/appeal-decision")
    ResponseEntity<HandlingView> decideAppeal(
            @PathVariable long id, Seen seen, @Valid @RequestBody AppealDecisionRequest request, Desk desk) {
        var decided = decideHandling.decideAppeal(id, request.granted(), request.said(), seen, desk);
        return Reply.ok(views.of(decided, desk));
    }
}
