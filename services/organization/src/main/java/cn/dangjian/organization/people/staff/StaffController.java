package cn.dangjian.organization.people.staff;

import static cn.dangjian.organization.people.staff.StaffRefusal.UNKNOWN;
import static cn.dangjian.organization.people.staff.StaffRefusal.WRONG_DAY;

import cn.dangjian.organization.people.staff.StaffUnit.EndRequest;
import cn.dangjian.organization.people.staff.StaffUnit.QuotaRequest;
import cn.dangjian.organization.people.staff.StaffUnit.StaffRequest;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Party-affairs staff of units. */
@Tag(name = "staff 党务力量")
@RestController
class StaffController {

    private final StaffUnit staffUnit;
    private final StaffRepository staff;
    private final Strength strength;

    StaffController(StaffUnit staffUnit, StaffRepository staff, Strength strength) {
        this.staffUnit = staffUnit;
        this.staff = staff;
        this.strength = strength;
    }

    record UnitResponse(UnitId unit, List<Strength.OfType> types, List<Staff> staff) {}

    /** @param percent those who left in percent of the mean of start and end; null where there was nobody */
    record TurnoverResponse(
            String type,
            int atStart,
            int joined,
            int left,
            int atEnd,
            @Nullable BigDecimal percent) {

        static TurnoverResponse of(Turnover row) {
            return new TurnoverResponse(
                    row.type(), row.atStart(), row.joined(), row.departed(), row.atEnd(), row.percent());
        }
    }

    @Operation(summary = "A unit's staff on a day, and how many are missing")
    @GetMapping("/v1/units/{id}/staff")
    UnitResponse unit(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Desk desk) {
        var unit = desk.known(id).orElseThrow(UNKNOWN);
        var day = asOf == null ? desk.today() : asOf;
        var there = staff.list(id, day, desk.scope());
        return new UnitResponse(id, strength.of(unit, there, day), there);
    }

    @Operation(summary = "Who came and went in a year, below a unit; this year until today")
    @GetMapping("/v1/staff/turnover")
    List<TurnoverResponse> turnover(
            @RequestParam @Min(2010) @Max(2999) int year,
            @RequestParam(required = false) @Nullable UnitId unit,
            @Subtree(lines = true) Desk desk) {
        var below = desk.below(unit).orElseThrow(UNKNOWN);
        var today = desk.today();
        WRONG_DAY.when(year > today.getYear());
        var last = LocalDate.of(year, 12, 31);
        return staff.count(LocalDate.of(year, 1, 1), last.isAfter(today) ? today : last, below).stream()
                .map(TurnoverResponse::of)
                .toList();
    }

    @Operation(summary = "Put somebody on the staff of a unit")
    @Idempotent
    @PostMapping("/v1/units/{id}/staff")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Staff> hire(@PathVariable UnitId id, @Valid @RequestBody StaffRequest request, Desk desk) {
        return Reply.created(staffUnit.hire(id, request, desk));
    }

    @Operation(summary = "Let somebody go")
    @Idempotent
    @PostMapping("/v1/staff/{id}/end")
    ResponseEntity<Staff> release(@PathVariable long id, Seen seen, @Valid @RequestBody EndRequest request, Desk desk) {
        return Reply.ok(staffUnit.release(id, request, seen, desk));
    }

    @Operation(summary = "Set how many of a type a unit has")
    @Idempotent
    @PostMapping("/v1/units/{id}/staff-quotas")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> quota(@PathVariable UnitId id, @Valid @RequestBody QuotaRequest request, Desk desk) {
        staffUnit.setQuota(id, request, desk);
        return ResponseEntity.noContent().build();
    }
}
