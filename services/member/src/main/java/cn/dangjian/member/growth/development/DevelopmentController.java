package cn.dangjian.member.growth.development;

import static cn.dangjian.member.growth.development.DevelopmentRefusal.UNKNOWN;

import cn.dangjian.member.growth.development.BeginDevelopment.ApplicationRequest;
import cn.dangjian.member.growth.development.DevelopmentRepository.Listed;
import cn.dangjian.member.growth.development.TakeStep.StepRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** The ways of those who want to become members. */
@Tag(name = "developments 发展党员")
@RestController
class DevelopmentController {

    private final BeginDevelopment beginDevelopment;
    private final TakeStep takeStep;
    private final DevelopmentRepository developments;
    private final DevelopmentViews views;

    DevelopmentController(
            BeginDevelopment beginDevelopment,
            TakeStep takeStep,
            DevelopmentRepository developments,
            DevelopmentViews views) {
        this.beginDevelopment = beginDevelopment;
        this.takeStep = takeStep;
        this.developments = developments;
        this.views = views;
    }

    @Operation(
            summary = "Take somebody along who has asked to be admitted (接收申请)",
            description = "The day is that of the application in his file.")
    @Idempotent
    @PostMapping("/v1/members/{id}/developments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DevelopmentView> begin(
            @PathVariable long id, @Valid @RequestBody ApplicationRequest request, Desk desk) {
        return Reply.created(views.of(beginDevelopment.begin(id, request, desk), desk));
    }

    @Operation(
            summary = "Take a step (办理步骤)",
            description =
                    "The rules refuse what is out of order, too early or without quorum; what is late is taken and"
                            + " marked.")
    @Idempotent
    @PostMapping("/v1/developments/{id}/steps")
    ResponseEntity<DevelopmentView> take(
            @PathVariable long id, Seen seen, @Valid @RequestBody StepRequest request, Desk desk) {
        return Reply.ok(views.of(takeStep.take(id, request, seen, desk), desk));
    }

    @Operation(summary = "Somebody's way: what was done, what is next, by when, by whom and by which article")
    @GetMapping("/v1/developments/{id}")
    ResponseEntity<DevelopmentView> development(@PathVariable long id, Desk desk) {
        return Reply.ok(views.of(developments.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(
            summary =
                    "Ways, the newest first; with a day, those that are going on of which something is due until then")
    @GetMapping("/v1/developments")
    Page<Listed> developments(@RequestParam(required = false) @Nullable LocalDate due, Slice slice, Desk desk) {
        return slice.newest(developments.list(due, desk.today(), slice, desk.scope()), Listed::id);
    }
}
