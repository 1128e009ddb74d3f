package cn.dangjian.organization.tree.search;

import cn.dangjian.organization.tree.search.SearchQueries.Found;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: finding units. */
@Tag(name = "units 组织")
@RestController
class SearchController {

    private static final String CODE = "[0-9][0-9a-z-]*";

    private final SearchQueries queries;

    SearchController(SearchQueries queries) {
        this.queries = queries;
    }

    @Operation(
            summary =
                    "Units by a part of their name, the initials of it (首字母), or the beginning of their code; on a day"
                            + " by name or code")
    @GetMapping("/v1/units/search")
    List<Found> search(
            @RequestParam("q") @Stripped @NotBlank @Size(max = 60) String text,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit,
            @Subtree(lines = true) Desk desk) {
        var scope = desk.scope();
        String typed = text.strip().toLowerCase(Locale.ROOT);
        boolean isCode = typed.matches(CODE);
        if (asOf != null)
            return isCode
                    ? queries.listByCodeOn(asOf, text.strip(), scope, tier, limit)
                    : queries.listByNameOn(asOf, text.strip(), scope, tier, limit);
        if (isCode) {
            var byCode = queries.listByCode(text.strip(), scope, tier, limit);
            if (!byCode.isEmpty()) return byCode;
        }
        boolean wide = desk.isAt(Tier.PROVINCE, Tier.CITY);
        return wide ? queries.listByWord(typed, scope, tier, limit) : queries.listByScan(typed, scope, tier, limit);
    }
}
