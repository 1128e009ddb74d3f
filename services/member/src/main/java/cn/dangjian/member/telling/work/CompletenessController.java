package cn.dangjian.member.telling.work;

import cn.dangjian.member.telling.work.FilesBelow.Part;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How whole the files are. */
@Tag(name = "quality 数据质量")
@RestController
class CompletenessController {

    private final FilesBelow files;

    CompletenessController(FilesBelow files) {
        this.files = files;
    }

    /** The parts add up to the unit. */
    record CompletenessResponse(UnitId unit, List<Part> parts) {}

    @Operation(summary = "How whole the files of a unit are, by child (完整率)")
    @GetMapping("/v1/units/{id}/completeness")
    CompletenessResponse completeness(@PathVariable UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(WorkRefusal.UNKNOWN);
        return new CompletenessResponse(id, files.of(unit, desk.scope().below(unit)));
    }
}
