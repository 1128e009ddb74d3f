package cn.dangjian.organization.field.screening;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.tree.rulebook.Rulebook;
import cn.dangjian.organization.tree.rulebook.Rules;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
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
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: opening a year's screening, and how many units a ratio would have found. */
@Tag(name = "weak units 软弱涣散")
@RestController
class ScreeningController {

    private final OpenScreening openBatch;
    private final ScreeningRepository batches;
    private final Rulebook rulebook;

    ScreeningController(OpenScreening openBatch, ScreeningRepository batches, Rulebook rulebook) {
        this.openBatch = openBatch;
        this.batches = batches;
        this.rulebook = rulebook;
    }

    record OpenRequest(
            @Min(2018) @Max(2100) int year,
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    record BatchResponse(long id, long county, int year, String document, LocalDate from, LocalDate to) {}

    /**
     * What a ratio says about one domain; it selects nobody.
     *
     * @param ratio percent; null where no ratio is set (应整尽整), then nothing is computed
     * @param advised how many units that would be, rounded up
     */
    record AdviceResponse(
            String domain,
            int units,
            @Nullable BigDecimal ratio,
            @Nullable Integer advised) {}

    @Operation(summary = "Open the screening of a year (部署排查)")
    @Idempotent
    @PostMapping("/v1/weak-batches")
    ResponseEntity<?> open(@Valid @RequestBody OpenRequest request, Caller caller) {
        var plan = new OpenScreening.Plan(request.year(), request.document().strip(), request.from(), request.to());
        return switch (openBatch.open(plan, caller)) {
            case OpenScreening.Outcome.Opened(var id) ->
                ResponseEntity.created(URI.create("/v1/weak-batches/" + id)).body(Map.of("id", id));
            case OpenScreening.Outcome.NotACounty() -> problem(FORBIDDEN, "screening.not-a-county");
            case OpenScreening.Outcome.DaysUnfit() -> problem(UNPROCESSABLE_CONTENT, "screening.days-unfit");
            case OpenScreening.Outcome.OpenAlready(var year) ->
                problem(CONFLICT, "screening.open-already", String.valueOf(year));
        };
    }

    @Operation(summary = "The screenings that the caller sees, the newest first")
    @GetMapping("/v1/weak-batches")
    Page<BatchResponse> batches(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree Scope scope) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        return Page.of(batches.list(scope, year, before, limit + 1), limit, batch -> Cursor.of(batch.id()))
                .map(ScreeningController::response);
    }

    @Operation(summary = "How many units a ratio would find in each domain; advice only")
    @GetMapping("/v1/weak-batches/{id}/advice")
    ResponseEntity<?> advice(@PathVariable long id, @Subtree Scope scope) {
        var found = batches.find(id, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "screening.unknown");
        var batch = found.get();
        var rules = rulebook.on(batch.screenTo());
        return ResponseEntity.ok(batches.count(batch, batch.screenTo()).stream()
                .map(organisations -> advice(organisations, rules, batch.path()))
                .toList());
    }

    private static AdviceResponse advice(ScreeningRepository.Organisations of, Rules rules, String path) {
        var ratio = rules.find("weak.ratio." + of.domain().toLowerCase(Locale.ROOT), path)
                .orElse(null);
        if (ratio == null) return new AdviceResponse(of.domain(), of.units(), null, null);
        int number = ratio.multiply(BigDecimal.valueOf(of.units()))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .intValue();
        return new AdviceResponse(of.domain(), of.units(), ratio, Math.min(number, of.units()));
    }

    private static BatchResponse response(Batch batch) {
        return new BatchResponse(
                batch.id(), batch.countyId(), batch.year(), batch.document(), batch.screenFrom(), batch.screenTo());
    }
}
