package cn.dangjian.organization.field.advice;

import static cn.dangjian.organization.field.advice.AdviceRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.field.advice.AcknowledgeAdvice.AcknowledgeRequest;
import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Level;
import cn.dangjian.organization.field.advice.AdviceViews.AdviceView;
import cn.dangjian.organization.field.advice.AdviceViews.CountsView;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: what the rules advise today, how much of it where, and that a superior has seen it. */
@Tag(name = "advice 设置建议")
@RestController
class AdviceController {

    private final AdviceViews views;
    private final AcknowledgeAdvice acknowledgeAdvice;

    AdviceController(AdviceViews views, AcknowledgeAdvice acknowledgeAdvice) {
        this.views = views;
        this.acknowledgeAdvice = acknowledgeAdvice;
    }

    @Operation(summary = "Advice about a unit and all below, in the order of the tree")
    @GetMapping("/v1/advice")
    Page<AdviceView> advice(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable Kind advice,
            Slice slice,
            @Subtree(lines = true) Desk desk,
            Locale locale) {
        var wanted = desk.below(unit).orElseThrow(UNIT_UNKNOWN);
        return views.page(new AdviceViews.Filter(level, advice, locale), slice, wanted);
    }

    @Operation(
            summary = "How much is advised: about a unit and all below, about itself, and below each of its children")
    @GetMapping("/v1/advice/counts")
    CountsView counts(@RequestParam(required = false) @Nullable UnitId unit, @Subtree(lines = true) Desk desk) {
        var top = desk.asked(unit).orElseThrow(UNIT_UNKNOWN);
        return views.counts(top, desk.scope());
    }

    @Operation(summary = "Say that an advice was seen, and what is thought of it (知悉)")
    @Idempotent
    @PostMapping("/v1/advice/acknowledgements")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> acknowledge(@Valid @RequestBody AcknowledgeRequest request, Desk desk) {
        acknowledgeAdvice.acknowledge(request, desk);
        return ResponseEntity.noContent().build();
    }
}
