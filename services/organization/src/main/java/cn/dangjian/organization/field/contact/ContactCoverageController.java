package cn.dangjian.organization.field.contact;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.field.contact.ContactCoverageQueries.Line;
import cn.dangjian.organization.field.contact.VillageTime.Period;
import cn.dangjian.organization.field.contact.VillageTime.Share;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private final Directory directory;
    private final Days days;

    ContactCoverageController(
            ContactCoverageQueries coverage,
            ContactLeaderRepository leaders,
            VillageTime time,
            Directory directory,
            Days days) {
        this.coverage = coverage;
        this.leaders = leaders;
        this.time = time;
        this.directory = directory;
        this.days = days;
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
    ResponseEntity<?> coverage(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate on,
            @Subtree(lines = true) Scope scope,
            Caller caller) {
        var found = directory.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        var day = on == null ? days.today() : on;
        var parts = coverage.list(found.get(), day, scope);
        var none = new Line(found.get().id(), found.get().name(), 0, 0, 0, 0, 0);
        return ResponseEntity.ok(
                new CoverageResponse(day, parts.stream().reduce(none, ContactCoverageController::plus), parts));
    }

    @Operation(summary = "The share of working days that officials spent in villages, unranked")
    @GetMapping("/v1/contact-time")
    ResponseEntity<?> time(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        if (from.getYear() < FIRST_YEAR || to.isBefore(from) || !to.isBefore(from.plusYears(1))) {
            return problem(UNPROCESSABLE_CONTENT, "contact.period-unfit");
        }
        var last = Cursor.parse(cursor, 2);
        String path = last == null ? "" : last.string(0);
        long id = last == null ? 0 : last.number(1);
        var page = Page.of(
                leaders.list(scope, path, id, limit + 1), limit, leader -> Cursor.of(leader.path(), leader.id()));
        var period = new Period(from, to);
        return ResponseEntity.ok(
                new TimeResponse(from, to, time.isProvisional(period), time.shares(page.items(), period), page.next()));
    }

    private static Line plus(Line one, Line other) {
        return new Line(
                one.unit(),
                one.name(),
                one.villages() + other.villages(),
                one.point() + other.point(),
                one.area() + other.area(),
                one.station() + other.station(),
                one.linked() + other.linked());
    }
}
