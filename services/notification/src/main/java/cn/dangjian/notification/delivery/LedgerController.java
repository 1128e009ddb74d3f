package cn.dangjian.notification.delivery;

import cn.dangjian.notification.delivery.LedgerQueries.Entry;
import cn.dangjian.notification.delivery.LedgerQueries.EntryView;
import cn.dangjian.notification.delivery.LedgerQueries.Ledger;
import cn.dangjian.notification.delivery.LedgerQueries.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ledger of a dispatch, cut down to the caller's own subtree of the territory or of a line. Where neither the issuer nor
 * an addressed unit is there, it does not exist.
 */
@Tag(name = "deliveries 送达台账")
@RestController
@RequestMapping("/v1/dispatches/{dispatch}/ledger")
class LedgerController {

    private final LedgerQueries ledgers;
    private final Issuers issuers;

    LedgerController(LedgerQueries ledgers, Issuers issuers) {
        this.ledgers = ledgers;
        this.issuers = issuers;
    }

    @Operation(
            summary = "The ledger of a dispatch: addressed, delivered, failed and pending in the caller's subtree, of"
                    + " territory or line")
    @GetMapping
    Ledger ledger(@PathVariable long dispatch, @Subtree(lines = true) Scope scope) {
        var ledger = ledgers.get(dispatch, scope);
        if (ledger.isOfNobody()) issuers.refuseOthers(dispatch, scope);
        return ledger;
    }

    @Operation(
            summary = "The units behind the numbers of the ledger; all but those elsewhere, which it counts without"
                    + " names")
    @GetMapping("/entries")
    Page<EntryView> entries(
            @PathVariable long dispatch,
            @Subtree(lines = true) Scope scope,
            @RequestParam @Nullable State state,
            Slice slice) {
        if (!ledgers.isAddressed(dispatch, scope)) issuers.refuseOthers(dispatch, scope);
        var after = Cursor.parse(slice.cursor(), 1);
        String path = after == null ? "" : after.string(0);
        var entries = ledgers.list(dispatch, state, path, slice.rows(), scope);
        return slice.page(entries, entry -> Cursor.of(entry.path())).map(Entry::withoutPath);
    }
}
