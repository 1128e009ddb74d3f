package cn.dangjian.dues.care.arrears;

import static cn.dangjian.dues.care.arrears.ArrearsRefusal.NO_QUORUM;
import static cn.dangjian.dues.care.arrears.ArrearsRefusal.PAID_MEANWHILE;
import static cn.dangjian.dues.care.arrears.ArrearsRefusal.STILL_OPEN;
import static cn.dangjian.dues.care.arrears.ArrearsRefusal.TOO_EARLY;

import cn.dangjian.dues.care.late.Late;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The months, days and votes that the articles ask for, by the path of the branch. */
@Component
class ArrearsRules {

    private static final String MONTHS = "dues.arrears.case.months";
    private static final String HEARING = "dues.arrears.hearing.days";
    private static final String PRESENT = "dues.arrears.vote.present.over.percent";
    private static final String YES = "dues.arrears.vote.yes.over.percent";

    /** The path of nobody: of rules that nobody sets for himself. */
    private static final String ANYWHERE = "";

    private final Rulebook rulebook;

    ArrearsRules(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** With how many open months in a row people are asked. */
    int months(LocalDate today) {
        return rulebook.on(today).number(MONTHS, ANYWHERE);
    }

    /** It is held that he has no good reason only while so many months in a row are open. */
    void refusePaid(Late late, LocalDate today) {
        var rules = rulebook.on(today);
        int months = rules.number(MONTHS, ANYWHERE);
        if (late.months() < months) throw PAID_MEANWHILE.with(late.months(), months, rules.source(MONTHS));
    }

    /** He has paid if fewer months in a row are open. */
    void refuseOpen(Late late, LocalDate today) {
        if (late.months() >= months(today)) throw STILL_OPEN.with(late.months(), new Yuan(late.fen()));
    }

    /** The last day on which he may speak. */
    LocalDate hearingUntil(LocalDate noticed, String path, LocalDate today) {
        return noticed.plusDays(rulebook.on(today).number(HEARING, path));
    }

    /** It is voted after the last day on which he may speak. */
    void refuseVote(LocalDate day, LocalDate hearingUntil, String path, LocalDate today) {
        if (day.isAfter(hearingUntil)) return;
        var source = rulebook.on(today).source(HEARING, path);
        throw TOO_EARLY.with(source, hearingUntil.plusDays(1).toString());
    }

    /** Refuses a vote with too few; whether it was passed. */
    boolean passes(Ballot ballot, String path, LocalDate today) {
        var rules = rulebook.on(today);
        if (!ballot.isQuorate(rules.number(PRESENT, path))) throw NO_QUORUM.with(rules.source(PRESENT, path));
        return ballot.isPassed(rules.number(YES, path));
    }
}
