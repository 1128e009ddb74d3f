package cn.dangjian.organization.people.posting;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.people.posting.CoverageQueries.Coverage;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many villages have a first secretary (覆盖率). */
@Tag(name = "first secretaries 第一书记")
@RestController
class CoverageController {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final CoverageQueries queries;
    private final Directory directory;
    private final Days days;

    CoverageController(CoverageQueries queries, Directory directory, Days days) {
        this.queries = queries;
        this.directory = directory;
        this.days = days;
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
    ResponseEntity<?> coverage(
            @RequestParam Tier tier,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var below = scope;
        if (unit != null) {
            var top = directory.find(unit, scope);
            if (top.isEmpty()) return problem(NOT_FOUND, "posting.unknown");
            below = scope.below(top.get());
        }
        var last = Cursor.parse(cursor, 1);
        var day = asOf == null ? days.today() : asOf;
        var rows = queries.list(below, tier, day, last == null ? "" : last.string(0), limit + 1);
        return ResponseEntity.ok(
                Page.of(rows, limit, (Coverage row) -> Cursor.of(row.path())).map(CoverageResponse::of));
    }
}
