package cn.dangjian.organization.people.staff;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.people.staff.StaffRepository.Quota;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Party-affairs staff of units. */
@Tag(name = "staff 党务力量")
@RestController
class StaffController {

    private static final String TYPE = "[A-Z][A-Z_]{0,31}";

    private final StaffUnit staffUnit;
    private final StaffRepository staff;
    private final Strength strength;
    private final Directory directory;
    private final Days days;

    StaffController(StaffUnit staffUnit, StaffRepository staff, Strength strength, Directory directory, Days days) {
        this.staffUnit = staffUnit;
        this.staff = staff;
        this.strength = strength;
        this.directory = directory;
        this.days = days;
    }

    record StaffRequest(
            @NotNull @Pattern(regexp = TYPE) String type,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long account,
            @NotNull Boolean fullTime,
            @NotNull LocalDate from) {

        Staff at(UnitId unit) {
            return new Staff(0, unit, type, name.strip(), account, fullTime, from, null, 1);
        }
    }

    record EndRequest(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String reason) {}

    record QuotaRequest(
            @NotNull @Pattern(regexp = TYPE) String type,
            @NotNull LocalDate since,
            @Min(0) @Max(999) int quota,
            @NotBlank @Size(max = 100) String document) {}

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
    ResponseEntity<?> unit(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Scope scope) {
        var unit = directory.find(id, scope);
        if (unit.isEmpty()) return problem(NOT_FOUND, "staff.unknown");
        var day = asOf == null ? days.today() : asOf;
        var there = staff.list(id, day, scope);
        return ResponseEntity.ok(new UnitResponse(id, strength.of(unit.get(), there, day), there));
    }

    @Operation(summary = "Who came and went in a year, below a unit; this year until today")
    @GetMapping("/v1/staff/turnover")
    ResponseEntity<?> turnover(
            @RequestParam @Min(2010) @Max(2999) int year,
            @RequestParam(required = false) @Nullable UnitId unit,
            @Subtree(lines = true) Scope scope) {
        var below = unit == null
                ? scope
                : directory.find(unit, scope).map(scope::below).orElse(null);
        if (below == null) return problem(NOT_FOUND, "staff.unknown");
        var today = days.today();
        if (year > today.getYear()) return problem(UNPROCESSABLE_CONTENT, "staff.wrong-day");
        var last = LocalDate.of(year, 12, 31);
        var rows = staff.count(below, LocalDate.of(year, 1, 1), last.isAfter(today) ? today : last);
        return ResponseEntity.ok(rows.stream().map(TurnoverResponse::of).toList());
    }

    @Operation(summary = "Put somebody on the staff of a unit")
    @Idempotent
    @PostMapping("/v1/units/{id}/staff")
    ResponseEntity<?> hire(@PathVariable UnitId id, @Valid @RequestBody StaffRequest request, Caller caller) {
        return answer(CREATED, staffUnit.hire(request.at(id), caller));
    }

    @Operation(summary = "Let somebody go")
    @Idempotent
    @PostMapping("/v1/staff/{id}/end")
    ResponseEntity<?> release(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndRequest request,
            Caller caller) {
        var leaving = new StaffUnit.Leaving(id, request.on(), request.reason().strip(), ifMatch);
        return answer(OK, staffUnit.release(leaving, caller));
    }

    @Operation(summary = "Set how many of a type a unit has")
    @Idempotent
    @PostMapping("/v1/units/{id}/staff-quotas")
    ResponseEntity<?> quota(@PathVariable UnitId id, @Valid @RequestBody QuotaRequest request, Caller caller) {
        var quota = new Quota(id, request.type(), request.since(), request.quota());
        return answer(OK, staffUnit.setQuota(quota, request.document().strip(), caller));
    }

    private static ResponseEntity<?> answer(HttpStatus status, StaffUnit.Outcome outcome) {
        return switch (outcome) {
            case StaffUnit.Outcome.Done(var one) ->
                ResponseEntity.status(status).eTag(ETags.of(one.version())).body(one);
            case StaffUnit.Outcome.QuotaSet() -> ResponseEntity.noContent().build();
            case StaffUnit.Outcome.Unknown() -> problem(NOT_FOUND, "staff.unknown");
            case StaffUnit.Outcome.NotYours() -> problem(FORBIDDEN, "staff.not-yours");
            case StaffUnit.Outcome.NoSuchType(var type) -> problem(UNPROCESSABLE_CONTENT, "staff.no-such-type", type);
            case StaffUnit.Outcome.WrongDay() -> problem(UNPROCESSABLE_CONTENT, "staff.wrong-day");
            case StaffUnit.Outcome.Gone() -> problem(CONFLICT, "staff.gone");
        };
    }
}
