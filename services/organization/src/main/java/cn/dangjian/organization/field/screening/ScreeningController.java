package cn.dangjian.organization.field.screening;

import static cn.dangjian.organization.field.screening.ScreeningRefusal.UNKNOWN;

import cn.dangjian.organization.field.screening.OpenScreening.OpenRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

/** HTTP: opening a year's screening, and how many units a ratio would have found. */
@Tag(name = "weak units 软弱涣散")
@RestController
class ScreeningController {

    private final OpenScreening openScreening;
    private final ScreeningRepository batches;
    private final Rulebook rulebook;

    ScreeningController(OpenScreening openScreening, ScreeningRepository batches, Rulebook rulebook) {
        this.openScreening = openScreening;
        this.batches = batches;
        this.rulebook = rulebook;
    }

    record IdResponse(long id) {}

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
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdResponse> open(@Valid @RequestBody OpenRequest request, Desk desk) {
        long id = openScreening.open(request, desk);
        return Reply.created("/v1/weak-batches/" + id, new IdResponse(id));
    }

    @Operation(summary = "The screenings that the caller sees, the newest first")
    @GetMapping("/v1/weak-batches")
    Page<BatchResponse> batches(
            @RequestParam(required = false) @Nullable @Min(1000) @Max(2999) Integer year,
            Slice slice,
            @Subtree Scope scope) {
        return slice.newest(batches.list(year, slice, scope), Batch::id).map(ScreeningController::response);
    }

    @Operation(summary = "How many units a ratio would find in each domain; advice only")
    @GetMapping("/v1/weak-batches/{id}/advice")
    List<AdviceResponse> advice(@PathVariable long id, @Subtree Scope scope) {
        var batch = batches.find(id, scope).orElseThrow(UNKNOWN);
        var rules = rulebook.on(batch.screenTo());
        return batches.count(batch, batch.screenTo()).stream()
                .map(organisations -> advice(organisations, rules, batch.path()))
                .toList();
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
