package cn.dangjian.notification.delivery;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.notification.delivery.LedgerQueries.Entry;
import cn.dangjian.notification.delivery.LedgerQueries.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of a dispatch, cut down to the caller's own subtree of the territory or of a line; without an addressed unit there, it does not exist. */
@Tag(name = "deliveries 送达台账")
@RestController
@RequestMapping("/v1/dispatches/{dispatch}/ledger")
class LedgerController {

    private final LedgerQueries ledgers;

    LedgerController(LedgerQueries ledgers) {
        this.ledgers = ledgers;
    }

    @Operation(
            summary = "The ledger of a dispatch: addressed, delivered, failed and pending in the caller's subtree, of"
                    + " territory or line")
    @GetMapping
    ResponseEntity<?> ledger(@PathVariable long dispatch, @Subtree(lines = true) Scope scope) {
        var ledger = ledgers.find(dispatch, scope);
        if (ledger.isEmpty()) return problem(NOT_FOUND, "dispatch.unknown");
        return ResponseEntity.ok(ledger.get());
    }

    @Operation(summary = "The units behind the numbers of the ledger")
    @GetMapping("/entries")
    ResponseEntity<?> entries(
            @PathVariable long dispatch,
            @Subtree(lines = true) Scope scope,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (!ledgers.isAddressed(dispatch, scope)) return problem(NOT_FOUND, "dispatch.unknown");

        var after = Cursor.parse(cursor, 1);
        String path = after == null ? "" : after.string(0);
        var entries = ledgers.list(dispatch, state, path, limit + 1, scope);
        return ResponseEntity.ok(
                Page.of(entries, limit, entry -> Cursor.of(entry.path())).map(Entry::withoutPath));
    }
}
