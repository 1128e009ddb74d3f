package cn.dangjian.dues.bill.month;

import static cn.dangjian.dues.bill.month.MonthRefusal.FLAT_OUTSIDE;
import static cn.dangjian.dues.bill.month.MonthRefusal.NOT_COUNTY;
import static cn.dangjian.dues.bill.month.MonthRefusal.TO_COME;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.YearMonth;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 核算: a county or above has a month billed for all at and below it. */
@Service
class AskMonth {

    private static final String FARMER = "dues.flat.farmer";

    private final RunTable runs;
    private final Rulebook rulebook;

    AskMonth(RunTable runs, Rulebook rulebook) {
        this.runs = runs;
        this.rulebook = rulebook;
    }

    @Transactional
    void ask(YearMonth month, Desk desk) {
        NOT_COUNTY.when(desk.isBelow(Tier.COUNTY));
        TO_COME.when(month.isAfter(YearMonth.from(desk.today())));
        refuseFlat(month, desk);
        runs.insert(desk.scope(), month.atDay(1), desk);
    }

    /** What the province has set lies within what the regulation allows. */
    private void refuseFlat(YearMonth month, Desk desk) {
        var rules = rulebook.on(month.atDay(1));
        String path = desk.unit().path();
        int fen = rules.number(FARMER, path);
        int least = rules.number(FARMER + ".min", path);
        int most = rules.number(FARMER + ".max", path);
        if (fen < least || fen > most) throw FLAT_OUTSIDE.with(fen, least, most, rules.source(FARMER + ".min"));
    }
}
