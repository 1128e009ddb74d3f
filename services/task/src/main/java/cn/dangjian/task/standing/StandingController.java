package cn.dangjian.task.standing;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.standing.SetStanding.StandingRequest;
import cn.dangjian.task.standing.StandingTable.Standing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Door of the standing instructions. */
@Tag(name = "standing instructions 常设指示")
@RestController
class StandingController {

    private final SetStanding setStanding;
    private final StandingTable standings;

    StandingController(SetStanding setStanding, StandingTable standings) {
        this.setStanding = setStanding;
        this.standings = standings;
    }

    @Operation(
            summary = "设常设指示 / Have whatever comes from a unit above, or from any, forwarded to the next tier at once")
    @PostMapping("/v1/standing-instructions")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Standing> set(@Valid @RequestBody StandingRequest request, @OwnUnit Desk desk) {
        return Reply.created(setStanding.set(request, desk));
    }

    @Operation(summary = "停用常设指示 / Switch a standing instruction off; what it has forwarded stays")
    @PostMapping("/v1/standing-instructions/{id}/end")
    ResponseEntity<Standing> end(@PathVariable long id, @OwnUnit Desk desk, Seen seen) {
        return Reply.ok(setStanding.end(id, desk, seen));
    }

    @Operation(summary = "常设指示 / The standing instructions in one's own part of the tree, the newest first")
    @GetMapping("/v1/standing-instructions")
    Page<Standing> list(@Subtree Scope scope, Slice slice) {
        return slice.newest(standings.list(scope, slice), Standing::id);
    }
}
