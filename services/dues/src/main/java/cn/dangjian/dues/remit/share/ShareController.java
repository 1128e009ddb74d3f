package cn.dangjian.dues.remit.share;

import static cn.dangjian.dues.remit.share.ShareRefusal.UNIT_UNKNOWN;
import static cn.dangjian.dues.remit.share.ShareRefusal.WRONG_MONTHS;
import static cn.dangjian.dues.remit.share.ShareRefusal.WRONG_YEARS;

import cn.dangjian.dues.remit.share.Shares.Share;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What units should pass on. */
@Tag(name = "shares 应上缴")
@RestController
class ShareController {

    private static final int MOST_YEARS = 5;

    private final Shares shares;

    ShareController(Shares shares) {
        this.shares = shares;
    }

    /**
     * @param own where the unit stands with the one above
     * @param children where the organisations directly below it stand with it, in the order of the tree
     */
    record RemittancesView(int from, int to, LocalDate asOf, Remittance own, List<Remittance> children) {}

    @Operation(summary = "What a unit should pass on of what was collected in some months, has sent, and owes (应上缴)")
    @GetMapping("/v1/units/{id}/share")
    Share share(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var until = to == null ? YearMonth.from(desk.today()) : to;
        var since = from == null ? until.withMonth(1) : from;
        WRONG_MONTHS.when(since.isAfter(until) || since.plusYears(5).isBefore(until));
        return shares.of(unit, since, until);
    }

    @Operation(
            summary =
                    "What a unit and those directly below it should have passed on by when, and are late with (按时上缴情况)",
            description = "Of some years, the last one and this one if none are named.")
    @GetMapping("/v1/units/{id}/remittances")
    RemittancesView remittances(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(defaultValue = "false") boolean overdue,
            Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        int until = to == null ? desk.today().getYear() : to;
        int since = from == null ? until - 1 : from;
        WRONG_YEARS.when(since > until || until - since >= MOST_YEARS || since < 1949 || until > 9998);
        var children = shares.below(unit, Year.of(since), Year.of(until), desk.today(), desk.scope());
        return new RemittancesView(
                since,
                until,
                desk.today(),
                shares.of(unit, Year.of(since), Year.of(until), desk.today()),
                overdue
                        ? children.stream()
                                .filter(child -> child.overdueSince() != null)
                                .toList()
                        : children);
    }
}
