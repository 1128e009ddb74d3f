package cn.dangjian.statistics.figure.ledger;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import cn.dangjian.statistics.figure.ledger.SaveLedger.LedgerRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The questions that units keep. */
@Tag(name = "figures 一套数")
@RestController
@RequestMapping("/v1/ledgers")
class LedgerController {

    private final SaveLedger saveLedger;
    private final DropLedger dropLedger;
    private final LedgerTable ledgers;

    LedgerController(SaveLedger saveLedger, DropLedger dropLedger, LedgerTable ledgers) {
        this.saveLedger = saveLedger;
        this.dropLedger = dropLedger;
        this.ledgers = ledgers;
    }

    /**
     * A ledger.
     *
     * @param unit whose it is: this one alone changes it
     * @param measures the codes of its columns, in their order
     * @param tier each unit of it is a row
     * @param shared whether units below may open it on their own part of the tree
     * @param at when it was made
     */
    record LedgerResponse(
            LedgerId id,
            UnitId unit,
            String name,
            List<String> measures,
            Tier tier,
            boolean shared,
            Instant at,
            long version)
            implements Versioned {

        static LedgerResponse of(Ledger ledger) {
            return new LedgerResponse(
                    ledger.id(),
                    ledger.unit(),
                    ledger.name(),
                    ledger.measures(),
                    ledger.tier(),
                    ledger.shared(),
                    ledger.at(),
                    ledger.version());
        }
    }

    @Operation(
            summary = "Keep a question over the figures below: some measures at all units of a tier (建立台账)",
            description = "It has no numbers of its own: whoever opens it sees the figures of that moment.")
    @Idempotent
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LedgerResponse> make(@Valid @RequestBody LedgerRequest request, Desk desk) {
        return Reply.created(LedgerResponse.of(saveLedger.make(request, desk)));
    }

    @Operation(summary = "The ledgers of the caller's unit and those that units above it share, the newest first (台账)")
    @GetMapping
    Page<LedgerResponse> list(Slice slice, Desk desk) {
        return slice.newest(
                        ledgers.list(slice, desk.unit()), ledger -> ledger.id().value())
                .map(LedgerResponse::of);
    }

    @Operation(summary = "A ledger: what it asks, without the answer (台账)")
    @GetMapping("/{id}")
    ResponseEntity<LedgerResponse> show(@PathVariable LedgerId id, Desk desk) {
        return Reply.ok(LedgerResponse.of(ledgers.find(id, desk.unit()).orElseThrow(LedgerRefusal.UNKNOWN)));
    }

    @Operation(summary = "Let a ledger ask this instead of what it asked; only the unit whose it is does that (台账)")
    @PutMapping("/{id}")
    ResponseEntity<LedgerResponse> change(
            @PathVariable LedgerId id, Seen seen, @Valid @RequestBody LedgerRequest request, Desk desk) {
        return Reply.ok(LedgerResponse.of(saveLedger.change(id, request, seen, desk)));
    }

    @Operation(summary = "Keep a ledger no more; only the unit whose it is does that (撤销台账)")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable LedgerId id, Seen seen, Desk desk) {
        dropLedger.drop(id, seen, desk);
    }
}
