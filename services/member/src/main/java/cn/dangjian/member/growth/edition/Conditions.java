package cn.dangjian.member.growth.edition;

import static cn.dangjian.member.growth.edition.EditionRefusal.EXTENDED_ALREADY;
import static cn.dangjian.member.growth.edition.EditionRefusal.LEAVING_SOON;
import static cn.dangjian.member.growth.edition.EditionRefusal.NO_PUBLICITY;
import static cn.dangjian.member.growth.edition.EditionRefusal.NO_QUORUM;
import static cn.dangjian.member.growth.edition.EditionRefusal.NO_VOTE;
import static cn.dangjian.member.growth.edition.EditionRefusal.OBJECTIONS_OPEN;
import static cn.dangjian.member.growth.edition.EditionRefusal.PUBLICITY_TOO_SHORT;
import static cn.dangjian.member.growth.edition.EditionRefusal.TOO_YOUNG;
import static cn.dangjian.member.growth.edition.EditionRefusal.TRAINING_TOO_SHORT;
import static cn.dangjian.member.growth.edition.EditionRefusal.WRONG_EXTENSION;
import static cn.dangjian.member.growth.edition.EditionRefusal.WRONG_NUMBER;
import static cn.dangjian.member.growth.edition.EditionRefusal.WRONG_OUTCOME;

import cn.dangjian.member.growth.edition.Terms.Range;
import cn.dangjian.platform.rules.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** What a step asks to be said, beside its order and its day. */
record Conditions(Terms terms, WorkingCalendar calendar, Step step, Article article) {

    /** @param decided what the meeting said that the step approves; null if it approves none */
    void require(Proposed said, @Nullable Taken decided, boolean extended) {
        requireOutcome(said, decided, extended);
        switch (step.asks()) {
            case NOTHING, CONSENT -> {}
            case AGE -> requireAge(said);
            case CONTACTS -> requireNumber(said, terms.contacts());
            case INTRODUCERS -> requireNumber(said, new Range(terms.introducers(), terms.introducers()));
            case TRAINING -> requireTraining(said);
            case LEAVING -> requireStay(said);
            case VOTE -> requireVote(said);
        }
        if (said.outcome() != Outcome.FAILED) requirePublicity(said);
    }

    private void requireOutcome(Proposed said, @Nullable Taken decided, boolean extended) {
        var outcome = said.outcome();
        boolean possible = step.outcomes().contains(outcome)
                && (decided == null || outcome == Outcome.FAILED || outcome == decided.outcome())
                && (step.asks() != Step.Asks.CONSENT || outcome == Outcome.DONE || terms.superiorAgrees());
        if (!possible) throw WRONG_OUTCOME.with(article, step.title());
        if (outcome != Outcome.EXTENDED || !step.mayExtend()) return;
        if (extended) throw EXTENDED_ALREADY.with(article);
        var range = terms.extension();
        if (said.months() == null || !range.holds(said.months()))
            throw WRONG_EXTENSION.with(article, range.least(), range.most());
    }

    private void requireAge(Proposed said) {
        if (said.bornOn() == null || said.bornOn().plusYears(terms.age()).isAfter(said.day()))
            throw TOO_YOUNG.with(article, terms.age());
    }

    private void requireNumber(Proposed said, Range range) {
        if (said.persons() == null || !range.holds(said.persons()))
            throw WRONG_NUMBER.with(article, range.least(), range.most());
    }

    private void requireTraining(Proposed said) {
        if (said.training() == null || !said.training().reaches(terms.trainingDays(), terms.trainingHours()))
            throw TRAINING_TOO_SHORT.with(article, terms.trainingDays(), terms.trainingHours());
    }

    /** Whoever leaves soon is not admitted here; the committee may still say no. */
    private void requireStay(Proposed said) {
        if (said.leavesOn() == null || said.outcome() == Outcome.FAILED) return;
        var last = said.day().plusMonths(terms.leavingMonths());
        if (!said.leavesOn().isAfter(last)) throw LEAVING_SOON.with(article, terms.leavingMonths());
    }

    private void requireVote(Proposed said) {
        var vote = said.vote();
        if (vote == null || !vote.isPossible()) throw NO_VOTE.with(article);
        if (!vote.hasQuorum(terms)) throw NO_QUORUM.with(article, terms.presentOver(), vote.entitled());
        if (vote.isPassed(terms) == (said.outcome() == Outcome.FAILED)) throw WRONG_OUTCOME.with(article, step.title());
    }

    private void requirePublicity(Proposed said) {
        if (step.publicity() > 0) {
            var shown = said.publicity();
            if (shown == null) throw NO_PUBLICITY.with(article, step.publicity());
            var last = terms.lastDay(shown.from(), step.publicity(), calendar);
            if (shown.to().isBefore(last) || !said.day().isAfter(shown.to()))
                throw PUBLICITY_TOO_SHORT.with(article, last);
        }
        if (step.publicity() > 0 && said.objectionsOpen() > 0) throw OBJECTIONS_OPEN.with(article);
    }
}
