package cn.dangjian.organization.register.code;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Division codes (区划代码) over time: what a code stands for on a day, and telling it. */
@Tag(name = "codes 编码")
@RestController
class DivisionCodeController {

    private static final int NAMED = 5;

    private final DivisionCodeRepository codes;
    private final TellDivisionCodes tellDivisionCodes;
    private final Directory directory;
    private final Days days;

    DivisionCodeController(
            DivisionCodeRepository codes, TellDivisionCodes tellDivisionCodes, Directory directory, Days days) {
        this.codes = codes;
        this.tellDivisionCodes = tellDivisionCodes;
        this.directory = directory;
        this.days = days;
    }

    record PeriodRequest(
            @NotNull @Pattern(regexp = "[0-9]{2,15}") String code,
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {

        DivisionPeriod period() {
            return new DivisionPeriod(code, name.strip(), from, to);
        }
    }

    record TellRequest(@NotNull @Size(min = 1, max = 2000) List<@NotNull @Valid PeriodRequest> rows) {

        List<DivisionPeriod> periods() {
            return rows.stream().map(PeriodRequest::period).toList();
        }
    }

    record PeriodsResponse(List<DivisionPeriod> items) {}

    @Operation(summary = "What a division code stands for on a day, today if none is given")
    @GetMapping("/v1/division-codes/{code}")
    ResponseEntity<?> find(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf, Caller caller) {
        var found = codes.find(code, asOf == null ? days.today() : asOf);
        if (found.isEmpty()) return problem(NOT_FOUND, "code.division-unknown");
        return ResponseEntity.ok(found.get());
    }

    @Operation(summary = "All that a division code has stood for")
    @GetMapping("/v1/division-codes/{code}/periods")
    ResponseEntity<?> periods(@PathVariable String code, Caller caller) {
        var found = codes.list(Set.of(code));
        if (found.isEmpty()) return problem(NOT_FOUND, "code.division-unknown");
        return ResponseEntity.ok(new PeriodsResponse(found));
    }

    @Operation(summary = "The division codes of a day, in their order")
    @GetMapping("/v1/division-codes")
    Page<DivisionPeriod> list(
            @RequestParam(defaultValue = "") @Pattern(regexp = "[0-9]{0,15}") String digits,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        var last = Cursor.parse(cursor, 1);
        String after = last == null ? "" : last.string(0);
        var rows = codes.list(digits, asOf == null ? days.today() : asOf, after, limit + 1);
        return Page.of(rows, limit, period -> Cursor.of(period.code()));
    }

    @Operation(summary = "Tell what division codes stand for, by the administrator")
    @Idempotent
    @PostMapping("/v1/division-codes")
    ResponseEntity<?> tell(@Valid @RequestBody TellRequest request, Administrator administrator) {
        return answer(tellDivisionCodes.tell(request.periods(), "", administrator.subject()));
    }

    @Operation(summary = "Tell what a province's own division codes stand for, by the province")
    @Idempotent
    @PostMapping("/v1/division-codes/own")
    ResponseEntity<?> tellOwn(@Valid @RequestBody TellRequest request, Caller caller) {
        var unit = directory.unitOf(caller);
        if (unit.tier() != Tier.PROVINCE) return problem(FORBIDDEN, "code.division-not-province");
        return answer(tellDivisionCodes.tell(request.periods(), unit.code(), caller.subject()));
    }

    private static ResponseEntity<?> answer(TellDivisionCodes.Outcome outcome) {
        return switch (outcome) {
            case TellDivisionCodes.Outcome.Told told -> ResponseEntity.ok(told);
            case TellDivisionCodes.Outcome.NotYours(var codes) ->
                problem(UNPROCESSABLE_CONTENT, "code.division-not-yours", some(codes));
            case TellDivisionCodes.Outcome.NoDays(var codes) ->
                problem(UNPROCESSABLE_CONTENT, "code.division-no-days", some(codes));
            case TellDivisionCodes.Outcome.Twice(var codes) ->
                problem(UNPROCESSABLE_CONTENT, "code.division-twice", some(codes));
            case TellDivisionCodes.Outcome.Overlapping(var codes) ->
                problem(CONFLICT, "code.division-overlapping", some(codes));
        };
    }

    private static String some(Set<String> codes) {
        String first = codes.stream().limit(NAMED).collect(Collectors.joining(", "));
        return codes.size() > NAMED ? first + " …" : first;
    }
}
