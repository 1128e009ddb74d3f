package cn.dangjian.member.care.handling;

import static cn.dangjian.member.care.handling.HandlingRefusal.NO_QUORUM;
import static cn.dangjian.member.care.handling.HandlingRefusal.TOO_EARLY;
import static cn.dangjian.member.care.handling.HandlingRefusal.TOO_LONG;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The days and votes that the articles ask for, by the path of the branch. */
@Component
class HandlingRules {

    private static final String NEGLECT = "handling.neglect.months";
    private static final String HEARING = "handling.hearing.days";
    private static final String CORRECTION = "handling.correction.months.max";
    private static final String PRESENT = "handling.vote.present.over.percent";
    private static final String YES = "handling.vote.yes.over.percent";

    private final Rulebook rulebook;

    HandlingRules(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Somebody who has neglected something for some months may be removed, and not before. */
    void refuseRemoval(LocalDate since, String path, Desk desk) {
        var rules = rulebook.on(desk.today());
        var earliest = since.plusMonths(rules.number(NEGLECT, path));
        if (desk.today().isBefore(earliest)) throw TOO_EARLY.with(rules.source(NEGLECT, path), earliest.toString());
    }

    /** The last day on which he may speak. */
    LocalDate hearingUntil(LocalDate noticed, String path, Desk desk) {
        return noticed.plusDays(rulebook.on(desk.today()).number(HEARING, path));
    }

    /** It is voted after the last day on which he may speak. */
    void refuseVote(LocalDate day, LocalDate hearingUntil, String path, Desk desk) {
        if (day.isAfter(hearingUntil)) return;
        var source = rulebook.on(desk.today()).source(HEARING, path);
        throw TOO_EARLY.with(source, hearingUntil.plusDays(1).toString());
    }

    /** Refuses a vote with too few; whether it was passed. */
    boolean passes(Ballot ballot, String path, Desk desk) {
        var rules = rulebook.on(desk.today());
        if (!ballot.isQuorate(rules.number(PRESENT, path))) throw NO_QUORUM.with(rules.source(PRESENT, path));
        return ballot.isPassed(rules.number(YES, path));
    }

    void refuseCorrection(LocalDate day, LocalDate until, String path, Desk desk) {
        var rules = rulebook.on(desk.today());
        var latest = day.plusMonths(rules.number(CORRECTION, path));
        if (until.isAfter(latest)) throw TOO_LONG.with(rules.source(CORRECTION, path), latest.toString());
    }

    /** He has until then to correct himself. */
    void refuseBeforeEnd(LocalDate correctUntil, String path, Desk desk) {
        if (desk.today().isAfter(correctUntil)) return;
        var source = rulebook.on(desk.today()).source(CORRECTION, path);
        throw TOO_EARLY.with(source, correctUntil.plusDays(1).toString());
    }
}
