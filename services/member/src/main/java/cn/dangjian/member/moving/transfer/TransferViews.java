package cn.dangjian.member.moving.transfer;

import static cn.dangjian.member.moving.transfer.TransferRefusal.UNIT_UNKNOWN;
import static cn.dangjian.member.moving.transfer.TransferRefusal.UNKNOWN;
import static cn.dangjian.member.moving.transfer.TransferRefusal.WRONG_YEAR;

import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.moving.transfer.Transfer.State;
import cn.dangjian.member.moving.transfer.Transfer.Turn;
import cn.dangjian.member.moving.transfer.TransferRepository.Figures;
import cn.dangjian.member.moving.transfer.TransferRepository.Filter;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Transfers as people see them. */
@Component
class TransferViews {

    private static final int FIRST_YEAR = 1921;

    private final TransferRepository transfers;
    private final Cases<State, TransferStep> cases;

    TransferViews(TransferRepository transfers, CaseStore store) {
        this.transfers = transfers;
        this.cases = store.of(TransferStep.KIND);
    }

    /** @param late whether its turn should have been taken by now */
    record TransferRow(Transfer transfer, Turn turn, boolean late) {}

    /**
     * @param late whether its turn should have been taken by now
     * @param journal the oldest first
     */
    record TransferResponse(Transfer transfer, Turn turn, boolean late, List<Entry> journal, long version)
            implements Versioned {}

    /** Of a unit and those below it. */
    record FiguresResponse(UnitId unit, int year, Figures figures) {}

    TransferResponse find(long id, Desk desk) {
        return of(transfers.find(id, desk.scope()).orElseThrow(UNKNOWN), desk);
    }

    TransferResponse of(Transfer transfer, Desk desk) {
        return new TransferResponse(
                transfer,
                transfer.turn(desk.today()),
                transfer.isLate(desk.today()),
                cases.journal(transfer.id(), desk.scope()),
                transfer.version());
    }

    Page<TransferRow> list(@Nullable Sort side, boolean open, boolean late, Slice slice, Desk desk) {
        var rows = transfers.list(side, new Filter(open, late, desk.today()), slice, desk.scope());
        return slice.newest(rows, Transfer::id)
                .map(transfer -> new TransferRow(transfer, transfer.turn(desk.today()), transfer.isLate(desk.today())));
    }

    FiguresResponse figures(UnitId unit, @Nullable Integer year, Desk desk) {
        var scope = desk.below(unit).orElseThrow(UNIT_UNKNOWN);
        int of = year == null ? desk.today().getYear() : year;
        WRONG_YEAR.when(of < FIRST_YEAR);
        var figures = transfers.figures(LocalDate.of(of, 1, 1), LocalDate.of(of, 12, 31), desk.today(), scope);
        return new FiguresResponse(unit, of, figures);
    }
}
