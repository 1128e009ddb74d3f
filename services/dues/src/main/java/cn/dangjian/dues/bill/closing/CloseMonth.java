package cn.dangjian.dues.bill.closing;

import static cn.dangjian.dues.bill.closing.ClosingRefusal.CLOSED_ABOVE;
import static cn.dangjian.dues.bill.closing.ClosingRefusal.NOT_ABOVE;
import static cn.dangjian.dues.bill.closing.ClosingRefusal.NOT_BILLED;
import static cn.dangjian.dues.bill.closing.ClosingRefusal.NOT_LAST;
import static cn.dangjian.dues.bill.closing.ClosingRefusal.NOT_NEXT;
import static cn.dangjian.dues.bill.closing.ClosingRefusal.NOT_OVER;
import static cn.dangjian.dues.bill.closing.ClosingRefusal.NOT_OWN;
import static cn.dangjian.dues.bill.closing.ClosingRefusal.OPEN_BELOW;
import static cn.dangjian.dues.bill.closing.ClosingRefusal.UNIT_UNKNOWN;

import cn.dangjian.dues.bill.month.RunTable;
import cn.dangjian.dues.book.period.Closing;
import cn.dangjian.dues.book.period.PeriodTable;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 结账、反结账: month after month, and back from the last one; what is above is closed later and reopened sooner. */
@Service
class CloseMonth {

    private final RunTable runs;
    private final PeriodTable periods;

    CloseMonth(RunTable runs, PeriodTable periods) {
        this.runs = runs;
        this.periods = periods;
    }

    record CloseRequest(@NotNull YearMonth month) {}

    record ReopenRequest(
            @NotNull YearMonth month,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    void close(UnitId id, CloseRequest request, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNIT_UNKNOWN);
        NOT_OWN.when(!desk.isOf(id) || desk.isBelow(Tier.COUNTY));
        NOT_OVER.unless(request.month().isBefore(YearMonth.from(desk.today())));
        var month = request.month().atDay(1);
        runs.lock(month);
        periods.lock(unit);
        var last = periods.findLast(unit);
        if (last.isPresent() && !last.get().month().plusMonths(1).equals(request.month()))
            throw NOT_NEXT.with(last.get().month().plusMonths(1));
        runs.findUnbilled(month, unit, desk.scope()).ifPresent(area -> {
            throw NOT_BILLED.with(area);
        });
        periods.findOpenBelow(unit, month, desk.scope()).ifPresent(below -> {
            throw OPEN_BELOW.with(below);
        });
        periods.close(unit, month, desk);
    }

    @Transactional
    void reopen(UnitId id, ReopenRequest request, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNIT_UNKNOWN);
        NOT_ABOVE.unless(desk.isDirectlyAbove(unit));
        runs.lock(request.month().atDay(1));
        periods.lock(unit);
        var last = periods.findLast(unit);
        var closing = last.filter(one -> one.month().equals(request.month()))
                .orElseThrow(() -> NOT_LAST.with(
                        last.map(Closing::month).map(YearMonth::toString).orElse("—")));
        CLOSED_ABOVE.when(periods.isClosedAbove(unit, request.month().atDay(1)));
        periods.reopen(closing, request.document(), desk);
    }
}
