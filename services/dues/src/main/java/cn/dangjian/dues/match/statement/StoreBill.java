package cn.dangjian.dues.match.statement;

import cn.dangjian.dues.match.statement.DailyBill.BrokenException;
import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores the provider's list of a day; the same list again changes nothing, and none of its lines may vanish. */
@Service
class StoreBill {

    private final StatementTable statements;
    private final List<StatementObserver> observers;
    private final Days days;

    StoreBill(StatementTable statements, List<StatementObserver> observers, Days days) {
        this.statements = statements;
        this.observers = observers;
        this.days = days;
    }

    /** @throws BrokenException if what was stored before is not in it any more */
    @Transactional
    void store(LocalDate day, DailyBill bill, String subject) {
        long province = statements.province();
        long id = statements.open(
                new StatementTable.New(Source.PROVIDER, day.toString(), day, province, subject, days.now()));
        statements.addProvided(id, day, province, bill.rows());
        var totals = statements.totals(id);
        if (totals.count() != bill.rows().size() || totals.fen() != bill.fen()) throw new BrokenException("CHANGED");
        for (var observer : observers) observer.linesCame(Source.PROVIDER, day);
        statements.done(day);
    }
}
