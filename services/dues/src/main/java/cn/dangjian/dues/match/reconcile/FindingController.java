package cn.dangjian.dues.match.reconcile;

import static cn.dangjian.dues.match.reconcile.FindingRefusal.NOT_COUNTY;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.UNKNOWN;

import cn.dangjian.dues.match.reconcile.Finding.Result;
import cn.dangjian.dues.match.reconcile.Finding.State;
import cn.dangjian.dues.match.reconcile.SettleFinding.BookRequest;
import cn.dangjian.dues.match.reconcile.SettleFinding.SettleRequest;
import cn.dangjian.dues.match.statement.Source;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What matches and what does not. */
@Tag(name = "reconciliation 对账")
@RestController
class FindingController {

    private final SettleFinding settleFinding;
    private final Reconcile reconcile;
    private final FindingTable findings;

    FindingController(SettleFinding settleFinding, Reconcile reconcile, FindingTable findings) {
        this.settleFinding = settleFinding;
        this.reconcile = reconcile;
        this.findings = findings;
    }

    /** @param amount what lists say, or what is booked where they say nothing; what goes back counts against it */
    record SumView(Source source, Result result, State state, int count, Yuan amount) {}

    /** @param settled whether nothing is open */
    record DayView(LocalDate day, boolean settled, List<SumView> sums) {}

    @Operation(summary = "How a day's lists and the books match, at and below the caller's unit (对账)")
    @GetMapping("/v1/reconciliation")
    DayView day(@RequestParam LocalDate day, @Subtree Scope scope) {
        var sums = findings.listSums(day, scope).stream()
                .map(sum -> new SumView(sum.source(), sum.result(), sum.state(), sum.count(), new Yuan(sum.fen())))
                .toList();
        return new DayView(day, sums.stream().noneMatch(sum -> sum.state() == State.OPEN), sums);
    }

    @Operation(summary = "Hold a day's lists against the books once more; what is open is found anew")
    @PostMapping("/v1/reconciliation")
    DayView again(@RequestParam LocalDate day, @RequestParam Source source, Desk desk) {
        NOT_COUNTY.when(desk.isBelow(Tier.TOWNSHIP));
        reconcile.again(source, day);
        return day(day, desk.scope());
    }

    @Operation(summary = "Lines and bookings with what does not match, the newest first")
    @GetMapping("/v1/findings")
    Page<Finding> findings(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(required = false) @Nullable Result result,
            @RequestParam(required = false) @Nullable State state,
            Slice slice,
            @Subtree Scope scope) {
        var asked = new FindingTable.Asked(day, source, result, state);
        return slice.newest(findings.list(asked, slice, scope), Finding::id);
    }

    @Operation(summary = "A line, a booking, or both")
    @GetMapping("/v1/findings/{id}")
    Finding finding(@PathVariable long id, @Subtree Scope scope) {
        return findings.find(id, scope).orElseThrow(UNKNOWN);
    }

    @Operation(summary = "Book what a list says and nobody has booked (补记)")
    @Idempotent
    @PostMapping("/v1/findings/{id}/booking")
    ResponseEntity<Finding> book(@PathVariable long id, @Valid @RequestBody BookRequest request, Desk desk) {
        return Reply.ok(settleFinding.book(id, request, desk));
    }

    @Operation(summary = "Have the provider send back what was paid (退款)")
    @Idempotent
    @PostMapping("/v1/findings/{id}/refund")
    ResponseEntity<Finding> refund(@PathVariable long id, @Valid @RequestBody SettleRequest request, Desk desk) {
        return Reply.ok(settleFinding.refund(id, request, desk));
    }

    @Operation(summary = "Take back what was booked twice, or is not there (冲销)")
    @Idempotent
    @PostMapping("/v1/findings/{id}/reversal")
    ResponseEntity<Finding> reverse(@PathVariable long id, @Valid @RequestBody SettleRequest request, Desk desk) {
        return Reply.ok(settleFinding.reverse(id, request, desk));
    }

    @Operation(summary = "Close it with an explanation (说明)")
    @Idempotent
    @PostMapping("/v1/findings/{id}/note")
    ResponseEntity<Finding> note(@PathVariable long id, @Valid @RequestBody SettleRequest request, Desk desk) {
        return Reply.ok(settleFinding.note(id, request, desk));
    }
}
