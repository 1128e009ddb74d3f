package cn.dangjian.member.person.quality;

import cn.dangjian.member.person.quality.QualityQueries.Part;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How whole the files are, and what in them does not fit. */
@Tag(name = "quality 数据质量")
@RestController
class QualityController {

    private final QualityQueries queries;
    private final Rulebook rulebook;

    QualityController(QualityQueries queries, Rulebook rulebook) {
        this.queries = queries;
        this.rulebook = rulebook;
    }

    /** The parts add up to the unit. */
    record CompletenessResponse(UnitId unit, List<Part> parts) {}

    @Operation(summary = "How whole the files of a unit are, by child (完整率)")
    @GetMapping("/v1/units/{id}/completeness")
    CompletenessResponse completeness(@PathVariable UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(QualityRefusal.UNKNOWN);
        return new CompletenessResponse(id, queries.parts(id, desk.scope().below(unit)));
    }

    @Operation(summary = "What does not fit in files, in the order of the tree (矛盾清单)")
    @GetMapping("/v1/contradictions")
    Page<Contradiction> contradictions(@RequestParam(required = false) @Nullable UnitId unit, Slice slice, Desk desk) {
        var scope = desk.below(unit).orElseThrow(QualityRefusal.UNKNOWN);
        var today = desk.today();
        return slice.page(queries.contradictions(today, rulebook.on(today), slice, scope), QualityQueries::after);
    }
}
