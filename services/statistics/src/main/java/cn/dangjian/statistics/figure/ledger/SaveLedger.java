package cn.dangjian.statistics.figure.ledger;

import static cn.dangjian.statistics.figure.ledger.LedgerRefusal.NOT_BELOW;
import static cn.dangjian.statistics.figure.ledger.LedgerRefusal.NOT_YOURS;
import static cn.dangjian.statistics.figure.ledger.LedgerRefusal.UNKNOWN;
import static cn.dangjian.statistics.figure.sheet.FigureRefusal.UNKNOWN_MEASURE;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 建立台账: a unit keeps a question over the figures below it, or asks another one in its place. */
@Service
class SaveLedger {

    private final LedgerTable ledgers;
    private final Catalogue catalogue;

    SaveLedger(LedgerTable ledgers, Catalogue catalogue) {
        this.ledgers = ledgers;
        this.catalogue = catalogue;
    }

    /**
     * What a ledger asks.
     *
     * @param measures the codes of its columns, in their order; one that is named twice is one column
     * @param tier below that of the unit, BRANCH at the lowest: each unit of it is a row
     * @param shared whether units below may open it on their own part of the tree
     */
    record LedgerRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 40) String> measures,
            @NotNull Tier tier,
            @NotNull Boolean shared) {

        List<String> codes() {
            return measures.stream().distinct().toList();
        }
    }

    @Transactional
    Ledger make(LedgerRequest request, Desk desk) {
        check(request, desk);

        var id = ledgers.insert(request, desk);
        return ledgers.find(id, desk.unit()).orElseThrow();
    }

    @Transactional
    Ledger change(LedgerId id, LedgerRequest request, Seen seen, Desk desk) {
        var ledger = ledgers.find(id, desk.unit()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(desk.isOf(ledger.unit()));
        seen.require(ledger.version());
        check(request, desk);

        ledgers.update(ledger, request);
        return ledgers.find(id, desk.unit()).orElseThrow();
    }

    private void check(LedgerRequest request, Desk desk) {
        for (String code : request.codes()) if (catalogue.find(code).isEmpty()) throw UNKNOWN_MEASURE.with(code);
        var own = desk.unit().tier();
        boolean below = request.tier().compareTo(own) > 0 && request.tier().compareTo(Tier.BRANCH) <= 0;
        if (!below) throw NOT_BELOW.with(own);
    }
}
