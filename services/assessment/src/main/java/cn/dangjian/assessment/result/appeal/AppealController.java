package cn.dangjian.assessment.result.appeal;

import static cn.dangjian.assessment.result.appeal.AppealRefusal.UNKNOWN;

import cn.dangjian.assessment.result.appeal.Appeal.State;
import cn.dangjian.assessment.result.appeal.DecideAppeal.RefuseRequest;
import cn.dangjian.assessment.result.appeal.DecideAppeal.UpholdRequest;
import cn.dangjian.assessment.result.appeal.FileAppeal.AppealRequest;
import cn.dangjian.platform.directory.UnitId;
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
import jakarta.validation.constraints.Size;
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

/** What units contest, and what whoever has published the scheme decides. */
@Tag(name = "appeals 申诉")
@RestController
class AppealController {

    private final FileAppeal fileAppeal;
    private final DecideAppeal decideAppeal;
    private final AppealRepository appeals;
    private final AppealViews views;

    AppealController(FileAppeal fileAppeal, DecideAppeal decideAppeal, AppealRepository appeals, AppealViews views) {
        this.fileAppeal = fileAppeal;
        this.decideAppeal = decideAppeal;
        this.appeals = appeals;
        this.views = views;
    }

    record WordsRequest(
            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words) {}

    /** An appeal in a list. */
    record AppealRow(
            long id,
            long unit,
            String unitName,
            State state,
            int year,
            @Nullable String indicator,
            long version) {

        static AppealRow of(Appeal appeal) {
            return new AppealRow(
                    appeal.id(),
                    appeal.unit().value(),
                    appeal.unitName(),
                    appeal.state(),
                    appeal.year(),
                    appeal.indicator(),
                    appeal.version());
        }
    }

    @Operation(
            summary = "Contest the points of a unit's own indicator, or its sum (提出申诉)",
            description = "Any time while the year is open, and some days after it was frozen.")
    @Idempotent
    @PostMapping("/v1/units/{id}/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppealView> file(@PathVariable UnitId id, @Valid @RequestBody AppealRequest request, Desk desk) {
        return Reply.created(views.of(fileAppeal.file(id, request, desk), desk));
    }

    @Operation(summary = "Write down what was found out (核查)")
    @Idempotent
    @PostMapping("/v1/appeals/{id}/examination")
    ResponseEntity<AppealView> examine(
            @PathVariable long id, Seen seen, @Valid @RequestBody WordsRequest request, Desk desk) {
        return Reply.ok(views.of(decideAppeal.examine(id, request.words(), seen, desk), desk));
    }

    @Operation(
            summary = "Uphold it: what was counted is corrected (支持申诉)",
            description =
                    "By another person than the one who looked into it. Points follow from the formula. Of an open"
                            + " year the correction is a fact like any other one; of a frozen one it stands beside the"
                            + " score.")
    @Idempotent
    @PostMapping("/v1/appeals/{id}/upholding")
    ResponseEntity<AppealView> uphold(
            @PathVariable long id, Seen seen, @Valid @RequestBody UpholdRequest request, Desk desk) {
        return Reply.ok(views.of(decideAppeal.uphold(id, request, seen, desk), desk));
    }

    @Operation(
            summary = "Refuse it, with the reason (不予支持)",
            description = "By another person than the one who looked into it.")
    @Idempotent
    @PostMapping("/v1/appeals/{id}/refusal")
    ResponseEntity<AppealView> refuse(
            @PathVariable long id, Seen seen, @Valid @RequestBody RefuseRequest request, Desk desk) {
        return Reply.ok(views.of(decideAppeal.refuse(id, request, seen, desk), desk));
    }

    @Operation(summary = "Take it back (撤回)")
    @Idempotent
    @PostMapping("/v1/appeals/{id}/withdrawal")
    ResponseEntity<AppealView> withdraw(
            @PathVariable long id, Seen seen, @Valid @RequestBody WordsRequest request, Desk desk) {
        return Reply.ok(views.of(fileAppeal.withdraw(id, request.words(), seen, desk), desk));
    }

    @Operation(summary = "An appeal, what came of it, and its journal")
    @GetMapping("/v1/appeals/{id}")
    ResponseEntity<AppealView> appeal(@PathVariable long id, Desk desk) {
        return Reply.ok(views.of(appeals.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "Appeals of units below, and of what the unit has published, the newest first")
    @GetMapping("/v1/appeals")
    Page<AppealRow> appeals(@RequestParam(required = false) @Nullable State state, Slice slice, Desk desk) {
        return slice.newest(appeals.list(state, slice, desk.scope()), Appeal::id)
                .map(AppealRow::of);
    }
}
