package cn.dangjian.member.telling.heir;

import static cn.dangjian.member.telling.heir.HeirRefusal.UNIT_UNKNOWN;

import cn.dangjian.member.telling.heir.EnterSplitList.SplitListRequest;
import cn.dangjian.member.telling.heir.EnterSplitList.SplitListTaken;
import cn.dangjian.member.telling.heir.HeirTable.Listed;
import cn.dangjian.member.telling.heir.HeirTable.Stranded;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
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

/** Who goes where when a unit is split. */
@Tag(name = "heirs 承继")
@RestController
class SplitController {

    private final EnterSplitList enterSplitList;
    private final HeirTable table;

    SplitController(EnterSplitList enterSplitList, HeirTable table) {
        this.enterSplitList = enterSplitList;
        this.table = table;
    }

    @Operation(
            summary = "Say who goes to which of the new units when a unit is split (分设名单)",
            description =
                    "They go on the day of the split, or at once if it is over. New units are named by the codes under"
                        + " which they were proposed. A later list says something else of whoever has not gone yet.")
    @Idempotent
    @PostMapping("/v1/units/{id}/split-lists")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SplitListTaken> enter(
            @PathVariable UnitId id, @Valid @RequestBody SplitListRequest request, Desk desk) {
        return Reply.created(enterSplitList.enter(id, request, desk));
    }

    @Operation(summary = "Who is on the list of a unit that is split, and who of them has gone")
    @GetMapping("/v1/units/{id}/split-lists")
    Page<Listed> list(@PathVariable UnitId id, Slice slice, Desk desk) {
        UNIT_UNKNOWN.when(desk.known(id).isEmpty());
        return slice.newest(table.list(id, slice, desk.scope()), Listed::member);
    }

    @Operation(
            summary = "Who was on no list when a unit that was split ended, and went to the first part (未列入名单)",
            description =
                    "Of the unit that ended, or of that part. A list that comes later takes them where they belong.")
    @GetMapping("/v1/units/{id}/stranded")
    Page<Stranded> stranded(@PathVariable UnitId id, Slice slice, Desk desk) {
        UNIT_UNKNOWN.when(desk.known(id).isEmpty());
        return slice.newest(table.listStranded(id, slice, desk.scope()), Stranded::member);
    }
}
