package cn.dangjian.task.urge;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.DispatchRefusal;
import cn.dangjian.task.dispatch.Origins;
import cn.dangjian.task.urge.Ladders.Rung;
import cn.dangjian.task.urge.SwitchStep.SwitchRequest;
import cn.dangjian.task.urge.UrgeByHand.Urging;
import cn.dangjian.task.urge.UrgeByHand.WordRequest;
import cn.dangjian.task.urge.UrgeQueries.OwnRow;
import cn.dangjian.task.urge.UrgeQueries.UrgedRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Door of urging. */
@Tag(name = "urging 督办")
@RestController
class UrgeController {

    private final UrgeByHand urgeByHand;
    private final UrgeQueries urges;
    private final Origins origins;
    private final SwitchStep switchStep;
    private final Ladders ladders;

    UrgeController(UrgeByHand urgeByHand, UrgeQueries urges, Origins origins, SwitchStep switchStep, Ladders ladders) {
        this.urgeByHand = urgeByHand;
        this.urges = urges;
        this.origins = origins;
        this.switchStep = switchStep;
        this.ladders = ladders;
    }

    /**
     * A unit that was urged.
     *
     * @param late not handed in, though its date is past
     * @param times how often it was told, or the tier above it of it
     * @param steps which ones, in that order
     * @param last when for the last time
     */
    record UrgedResponse(
            long assignment,
            UnitId unit,
            String unitName,
            String state,
            OffsetDateTime due,
            boolean late,
            int times,
            List<Step> steps,
            OffsetDateTime last) {

        static UrgedResponse of(UrgedRow row) {
            return new UrgedResponse(
                    row.assignment(),
                    row.unit(),
                    row.unitName(),
                    row.state(),
                    row.due(),
                    row.late(),
                    row.times(),
                    Arrays.stream(row.steps().split(",", -1)).map(Step::valueOf).toList(),
                    row.last());
        }
    }

    @Operation(summary = "催办 / Urge with a word whoever has not handed in; the issuer, once a day")
    @PostMapping("/v1/dispatches/{id}/urgings")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Urging> urge(
            @PathVariable DispatchId id, @Valid @RequestBody WordRequest request, @Subtree(lines = true) Desk desk) {
        return Reply.created(urgeByHand.urge(id.value(), request, desk));
    }

    @Operation(summary = "催办台账 / Who was urged for a dispatch in one's own part of the tree, when and how often")
    @GetMapping("/v1/dispatches/{id}/urgings")
    Page<UrgedResponse> ofDispatch(@PathVariable DispatchId id, @Subtree(lines = true) Desk desk, Slice slice) {
        var rows = urges.listOfDispatch(id.value(), desk.scope(), desk.now(), slice);
        DispatchRefusal.UNKNOWN.when(rows.isEmpty() && !origins.isIssuedWithin(id, desk.scope()));
        return slice.inTree(rows, UrgedRow::path, UrgedRow::assignment).map(UrgedResponse::of);
    }

    @Operation(summary = "本组织收到的催办 / How often one's own unit was urged, the newest first")
    @GetMapping("/v1/urgings")
    Page<OwnRow> own(@OwnUnit Scope own, Slice slice) {
        return slice.newest(urges.listOwn(own, slice), OwnRow::id);
    }

    @Operation(summary = "督办阶梯 / The steps of the ladder for what one's own unit dispatches, in working days")
    @GetMapping("/v1/urge-steps")
    List<Rung> steps(Desk desk) {
        return ladders.rungs(desk.unit().id().value(), desk.unit().path());
    }

    @Operation(summary = "开关一级提醒 / Switch a step off or on for what one's own unit dispatches")
    @PutMapping("/v1/urge-steps/{step}")
    List<Rung> turn(@PathVariable Step step, @Valid @RequestBody SwitchRequest request, Desk desk) {
        return switchStep.turn(step, request.on(), desk);
    }
}
