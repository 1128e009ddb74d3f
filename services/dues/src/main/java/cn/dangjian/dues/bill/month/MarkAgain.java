package cn.dangjian.dues.bill.month;

import cn.dangjian.dues.bill.month.AgainTable.Cause;
import cn.dangjian.dues.bill.month.AgainTable.Due;
import cn.dangjian.dues.rate.base.BaseObserver;
import cn.dangjian.dues.rate.relief.ReliefObserver;
import cn.dangjian.dues.roll.PayerObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Marks of whom what was billed may be something else now, in the transaction in which that becomes known. */
@Component
class MarkAgain implements BaseObserver, PayerObserver, ReliefObserver {

    private final AgainTable due;

    MarkAgain(AgainTable due) {
        this.due = due;
    }

    @Override
    public void baseChanged(long member, LocalDate from, String document) {
        due.mark(List.of(new Due(member, from, Cause.BASE, document)));
    }

    @Override
    public void reliefChanged(long member, LocalDate from, String document) {
        due.mark(List.of(new Due(member, from, Cause.RELIEF, document)));
    }

    @Override
    public void payersChanged(Map<Long, LocalDate> changed) {
        due.mark(changed.entrySet().stream()
                .map(one -> new Due(one.getKey(), one.getValue().withDayOfMonth(1), Cause.MEMBER, null))
                .toList());
    }
}
