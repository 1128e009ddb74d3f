package cn.dangjian.organization.temporary;

import cn.dangjian.organization.rulebook.Rulebook;
import cn.dangjian.organization.rulebook.Rules;
import cn.dangjian.organization.temporary.PlannedEndRepository.Temporary;
import cn.dangjian.organization.tree.Days;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which temporary units there are, and which of them are to be ended. */
@Tag(name = "units 组织")
@RestController
class TemporaryController {

    private final PlannedEndRepository ends;
    private final Rulebook rulebook;
    private final Days days;

    TemporaryController(PlannedEndRepository ends, Rulebook rulebook, Days days) {
        this.ends = ends;
        this.rulebook = rulebook;
        this.days = days;
    }

    /** @param alarm null while there is time */
    record TemporaryResponse(
            long id,
            String code,
            String name,
            String kind,
            LocalDate until,
            @Nullable Alarm alarm) {

        static TemporaryResponse of(Temporary unit, LocalDate today, Rules rules) {
            return new TemporaryResponse(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.until(),
                    Alarm.of(unit.until(), today, unit.path(), rules));
        }
    }

    @Operation(
            summary = "The temporary units (临时党组织) of the caller's subtree, the next to end first, with their alarms")
    @GetMapping("/v1/temporary-units")
    Page<TemporaryResponse> units(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var last = Cursor.parse(cursor, 2);
        var after = last == null ? LocalDate.EPOCH : LocalDate.ofEpochDay(last.number(0));
        var page = Page.of(
                ends.list(after, last == null ? 0 : last.number(1), limit + 1, scope),
                limit,
                (Temporary unit) -> Cursor.of(unit.until().toEpochDay(), unit.id()));
        var today = days.today();
        var rules = rulebook.on(today);
        return page.map(unit -> TemporaryResponse.of(unit, today, rules));
    }
}
