package cn.dangjian.organization.register.code;

import static cn.dangjian.organization.register.code.CodeRefusal.NOT_PROVINCE;
import static cn.dangjian.organization.register.code.CodeRefusal.UNKNOWN;

import cn.dangjian.organization.register.code.TellDivisionCodes.ToldResponse;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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

    private final DivisionCodeRepository codes;
    private final TellDivisionCodes tellDivisionCodes;
    private final Days days;

    DivisionCodeController(DivisionCodeRepository codes, TellDivisionCodes tellDivisionCodes, Days days) {
        this.codes = codes;
        this.tellDivisionCodes = tellDivisionCodes;
        this.days = days;
    }

    record PeriodRequest(
            @NotNull @Pattern(regexp = "[0-9]{2,15}") String code,
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {

        DivisionPeriod period() {
            return new DivisionPeriod(code, name, from, to);
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
    DivisionPeriod find(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf, Caller caller) {
        return codes.find(code, asOf == null ? days.today() : asOf).orElseThrow(UNKNOWN);
    }

    @Operation(summary = "All that a division code has stood for")
    @GetMapping("/v1/division-codes/{code}/periods")
    PeriodsResponse periods(@PathVariable String code, Caller caller) {
        var found = codes.list(Set.of(code));
        UNKNOWN.when(found.isEmpty());
        return new PeriodsResponse(found);
    }

    @Operation(summary = "The division codes of a day, in their order")
    @GetMapping("/v1/division-codes")
    Page<DivisionPeriod> list(
            @RequestParam(defaultValue = "") @Pattern(regexp = "[0-9]{0,15}") String digits,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Slice slice,
            Caller caller) {
        var rows = codes.list(digits, asOf == null ? days.today() : asOf, slice);
        return slice.page(rows, period -> Cursor.of(period.code()));
    }

    @Operation(summary = "Tell what division codes stand for, by the administrator")
    @Idempotent
    @PostMapping("/v1/division-codes")
    ResponseEntity<ToldResponse> tell(@Valid @RequestBody TellRequest request, Administrator administrator) {
        return Reply.ok(tellDivisionCodes.tell(request.periods(), "", administrator.subject()));
    }

    @Operation(summary = "Tell what a province's own division codes stand for, by the province")
    @Idempotent
    @PostMapping("/v1/division-codes/own")
    ResponseEntity<ToldResponse> tellOwn(@Valid @RequestBody TellRequest request, Desk desk) {
        NOT_PROVINCE.unless(desk.isAt(Tier.PROVINCE));
        return Reply.ok(tellDivisionCodes.tell(request.periods(), desk.unit().code(), desk.subject()));
    }
}
