package cn.dangjian.dues.care.late;

import cn.dangjian.dues.bill.month.BillObserver;
import cn.dangjian.dues.book.ledger.BookingObserver;
import cn.dangjian.dues.roll.PayerObserver;
import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Marks of whom it is to be counted again how late they are, in the transaction in which that may change. */
@Component
class MarkLate implements BillObserver, BookingObserver, PayerObserver {

    private final LateDueTable due;
    private final Days days;

    MarkLate(LateDueTable due, Days days) {
        this.due = due;
        this.days = days;
    }

    /** Of a month that is not over nobody is late; the area is counted tomorrow. */
    @Override
    public void billed(long unit, boolean own, LocalDate month) {
        var today = days.today();
        if (month.isBefore(today.withDayOfMonth(1))) due.mark(unit, own);
        else due.keep(unit, own, today);
    }

    @Override
    public void corrected(Collection<Long> members) {
        due.mark(members);
    }

    @Override
    public void booked(long member) {
        due.mark(List.of(member));
    }

    @Override
    public void payersChanged(Map<Long, LocalDate> changed) {
        due.mark(changed.keySet());
    }
}
