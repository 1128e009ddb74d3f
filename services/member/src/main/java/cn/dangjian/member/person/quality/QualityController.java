package cn.dangjian.member.person.quality;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What in files does not fit. */
@Tag(name = "quality 数据质量")
@RestController
class QualityController {

    private final QualityQueries queries;
    private final Rulebook rulebook;

    QualityController(QualityQueries queries, Rulebook rulebook) {
        this.queries = queries;
        this.rulebook = rulebook;
    }

    @Operation(summary = "What does not fit in files, in the order of the tree (矛盾清单)")
    @GetMapping("/v1/contradictions")
    Page<Contradiction> contradictions(@RequestParam(required = false) @Nullable UnitId unit, Slice slice, Desk desk) {
        var scope = desk.below(unit).orElseThrow(QualityRefusal.UNKNOWN);
        var today = desk.today();
        return slice.page(queries.contradictions(today, rulebook.on(today), slice, scope), QualityQueries::after);
    }
}
