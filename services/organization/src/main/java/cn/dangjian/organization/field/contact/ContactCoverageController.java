package cn.dangjian.organization.field.contact;

import static cn.dangjian.organization.field.contact.ContactRefusal.PERIOD_UNFIT;
import static cn.dangjian.organization.field.contact.ContactRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.field.contact.ContactCoverageQueries.Line;
import cn.dangjian.organization.field.contact.VillageTime.Period;
import cn.dangjian.organization.field.contact.VillageTime.Share;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: which villages have no contact link, and how much time officials spend in villages. */
@Tag(name = "contact points 联系点")
@RestController
class ContactCoverageController {

    /** No rule is older than this. */
    private static final int FIRST_YEAR = 2018;

    private final ContactCoverageQueries coverage;
    private final ContactLeaderRepository leaders;
    private final VillageTime time;

    ContactCoverageController(ContactCoverageQueries coverage, ContactLeaderRepository leaders, VillageTime time) {
        this.coverage = coverage;
        this.leaders = leaders;
        this.time = time;
    }

    /** @param total the sum of the parts */
    record CoverageResponse(LocalDate on, Line total, List<Line> parts) {}

    /** @param provisional whether the holidays of the period are not all known: then the shares are too low */
    record TimeResponse(
            LocalDate from,
            LocalDate to,
            boolean provisional,
            List<Share> items,
            @Nullable String next) {}

    @Operation(summary = "Villages with a contact link of each kind, by the units directly below one")
    @GetMapping("/v1/contact-coverage")
    CoverageResponse coverage(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate on,
            @Subtree(lines = true) Desk desk) {
        var top = desk.asked(unit).orElseThrow(UNIT_UNKNOWN);
        var day = on == null ? desk.today() : on;
        var parts = coverage.list(top, day, desk.scope());
        return new CoverageResponse(day, parts.stream().reduce(Line.none(top), Line::plus), parts);
    }

    @Operation(summary = "The share of working days that officials spent in villages, unranked")
    @GetMapping("/v1/contact-time")
    TimeResponse time(
            @RequestParam LocalDate from, @RequestParam LocalDate to, Slice slice, @Subtree(lines = true) Scope scope) {
        PERIOD_UNFIT.when(from.getYear() < FIRST_YEAR || to.isBefore(from) || !to.isBefore(from.plusYears(1)));
        var page = slice.inTree(leaders.list(slice, scope), Leader::path, Leader::id);
        var period = new Period(from, to);
        return new TimeResponse(from, to, time.isProvisional(period), time.shares(page.items(), period), page.next());
    }
}
