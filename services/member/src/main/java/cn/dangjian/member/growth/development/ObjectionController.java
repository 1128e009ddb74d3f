package cn.dangjian.member.growth.development;

import cn.dangjian.member.growth.development.WatchPublicity.ObjectionRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What stands against somebody's way: objections, and its end. */
@Tag(name = "developments 发展党员")
@RestController
class ObjectionController {

    private final WatchPublicity watchPublicity;
    private final WithdrawDevelopment withdrawDevelopment;
    private final DevelopmentViews views;

    ObjectionController(
            WatchPublicity watchPublicity, WithdrawDevelopment withdrawDevelopment, DevelopmentViews views) {
        this.watchPublicity = watchPublicity;
        this.withdrawDevelopment = withdrawDevelopment;
        this.views = views;
    }

    record AnswerRequest(
            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String answer) {}

    record WithdrawRequest(
            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason) {}

    @Operation(summary = "Write down what was objected during publicity (异议)")
    @Idempotent
    @PostMapping("/v1/developments/{id}/objections")
    ResponseEntity<DevelopmentView> object(
            @PathVariable long id, Seen seen, @Valid @RequestBody ObjectionRequest request, Desk desk) {
        return Reply.ok(views.of(watchPublicity.object(id, request, seen, desk), desk));
    }

    @Operation(summary = "Answer what was objected (核实答复)")
    @Idempotent
    @PostMapping("/v1/developments/{id}/objections/{objection}/answer")
    ResponseEntity<DevelopmentView> answer(
            @PathVariable long id,
            @PathVariable long objection,
            Seen seen,
            @Valid @RequestBody AnswerRequest request,
            Desk desk) {
        return Reply.ok(views.of(watchPublicity.answer(id, objection, request.answer(), seen, desk), desk));
    }

    @Operation(summary = "Do not take somebody along any more (终止培养)")
    @Idempotent
    @PostMapping("/v1/developments/{id}/withdrawal")
    ResponseEntity<DevelopmentView> withdraw(
            @PathVariable long id, Seen seen, @Valid @RequestBody WithdrawRequest request, Desk desk) {
        return Reply.ok(views.of(withdrawDevelopment.withdraw(id, request.reason(), seen, desk), desk));
    }
}
