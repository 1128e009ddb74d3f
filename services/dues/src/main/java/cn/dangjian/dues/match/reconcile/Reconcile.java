package cn.dangjian.dues.match.reconcile;

import cn.dangjian.dues.match.statement.Source;
import cn.dangjian.dues.match.statement.StatementObserver;
import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 对账: holds a day's lists against the books, whenever lines come and whenever somebody asks; nothing booked is edited. */
@Service
class Reconcile implements StatementObserver {

    private final MatchTable matches;
    private final Days days;

    Reconcile(MatchTable matches, Days days) {
        this.matches = matches;
        this.days = days;
    }

    @Override
    @Transactional
    public void linesCame(Source source, LocalDate day) {
        again(source, day);
    }

    @Transactional
    void again(Source source, LocalDate day) {
        matches.begin(source, day, days.now());
        switch (source) {
            case PROVIDER -> matches.matchProvided(day);
            case BANK -> matches.matchBanked(day);
        }
    }
}
