package cn.dangjian.dues.audit.finding;

import static cn.dangjian.dues.audit.finding.FindingRefusal.UNIT_UNKNOWN;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people should look at. */
@Tag(name = "findings 疑点")
@RestController
class FindingController {

    private final Audit audit;

    FindingController(Audit audit) {
        this.audit = audit;
    }

    @Operation(
            summary = "Impossible and doubtful cases at and below a unit, in the order of the tree (疑点)",
            description = "Made of what is booked and recorded now. A page may be empty and still have a next one.")
    @GetMapping("/v1/units/{id}/findings")
    Page<Finding> findings(
            @PathVariable UnitId id, @RequestParam(required = false) @Nullable Kind kind, Slice slice, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        return audit.list(unit, kind, slice, desk.today(), desk.scope().below(unit));
    }
}
