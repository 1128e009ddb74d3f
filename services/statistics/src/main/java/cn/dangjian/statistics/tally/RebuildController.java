package cn.dangjian.statistics.tally;

import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.statistics.dispatch.DispatchId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "progress 进度")
@RestController
@RequestMapping("/v1/rebuilds")
class RebuildController {

    private final RebuildProgress rebuildProgress;

    RebuildController(RebuildProgress rebuildProgress) {
        this.rebuildProgress = rebuildProgress;
    }

    record RebuildRequest(@NotNull DispatchId dispatch) {}

    /** @param corrected how many sums were wrong; normally none */
    record RebuildResponse(DispatchId dispatch, int corrected) {}

    @Operation(summary = "Add up the sums of a dispatch again; for the administrator")
    @PostMapping
    @Idempotent
    ResponseEntity<RebuildResponse> rebuild(@Valid @RequestBody RebuildRequest request, Administrator administrator) {
        return Reply.ok(new RebuildResponse(request.dispatch(), rebuildProgress.rebuild(request.dispatch())));
    }
}
