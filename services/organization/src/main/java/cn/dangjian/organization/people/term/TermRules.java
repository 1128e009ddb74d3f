package cn.dangjian.organization.people.term;

import cn.dangjian.organization.tree.rule.Terms;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the rules say about terms. */
@Component
public class TermRules {

    private final Rulebook rulebook;
    private final Terms terms;
    private final Days days;

    TermRules(Rulebook rulebook, Terms terms, Days days) {
        this.rulebook = rulebook;
        this.terms = terms;
        this.days = days;
    }

    /** How many years a term has that begins on a day. */
    int years(Unit unit, LocalDate start) {
        return rulebook.on(start).number(terms.rule(unit), unit.path());
    }

    /** By how many months an approval may bring a term's end forward or put it off. */
    int shiftMonths(Unit unit) {
        return rulebook.on(days.today()).number("team.term.shift.months.max", unit.path());
    }

    /** The first day from which terms may be entered. */
    LocalDate earliest(Unit unit) {
        var today = days.today();
        return today.minusYears(rulebook.on(today).number("team.session.back.years.max", unit.path()));
    }

    /** When people are told, at the unit with this path. */
    public Warnings warnings(String path) {
        return Warnings.of(rulebook.on(days.today()), path);
    }
}
