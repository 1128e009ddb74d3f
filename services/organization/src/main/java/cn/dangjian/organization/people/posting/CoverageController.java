package cn.dangjian.organization.people.posting;

import static cn.dangjian.organization.people.posting.PostingRefusal.UNKNOWN;

import cn.dangjian.organization.people.posting.CoverageQueries.Coverage;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many villages have a first secretary (覆盖率). */
@Tag(name = "first secretaries 第一书记")
@RestController
class CoverageController {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final CoverageQueries queries;

    CoverageController(CoverageQueries queries) {
        this.queries = queries;
    }

    /** @param percent null where there are no villages */
    record CoverageResponse(
            UnitId unit,
            String name,
            int villages,
            int covered,
            @Nullable BigDecimal percent) {

        static CoverageResponse of(Coverage row) {
            var percent = row.villages() == 0
                    ? null
                    : WHOLE.multiply(BigDecimal.valueOf(row.covered()))
                            .divide(BigDecimal.valueOf(row.villages()), 1, RoundingMode.DOWN);
            return new CoverageResponse(row.unit(), row.name(), row.villages(), row.covered(), percent);
        }
    }

    @Operation(summary = "Villages with a first secretary out of all, below each unit of a tier")
    @GetMapping("/v1/first-secretaries/coverage")
    Page<CoverageResponse> coverage(
            @RequestParam Tier tier,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        var below = desk.below(unit).orElseThrow(UNKNOWN);
        var rows = queries.list(tier, asOf == null ? desk.today() : asOf, slice, below);
        return slice.inTree(rows, Coverage::path, row -> row.unit().value()).map(CoverageResponse::of);
    }
}
