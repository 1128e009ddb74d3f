package cn.dangjian.member.growth.development;

import cn.dangjian.member.growth.development.Development.Objection;
import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.growth.edition.Due;
import cn.dangjian.member.growth.edition.Stage;
import cn.dangjian.member.growth.edition.Step;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody's way: what was done, and what is next. */
record DevelopmentView(
        long id,
        long member,
        String name,
        UnitId unit,
        State state,
        List<Development.Step> steps,
        List<Next> next,
        List<Objection> objections,
        long version)
        implements Versioned {

    /**
     * What can be next.
     *
     * @param latest by when; null if the rules name no day
     * @param most the last day where the rule lets it be prolonged
     * @param late whether the latest day is over
     * @param provisional whether a notice of holidays that is yet to come may move a day
     * @param publicity working days of publicity that go before it
     * @param certainty V: the text of the rule was read; S: seen in a secondary source only; K: known and not verified
     */
    record Next(
            String step,
            String title,
            Stage stage,
            String edition,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate most,
            boolean late,
            boolean provisional,
            int publicity,
            Step.Asks asks,
            Set<Step.Actor> acts,
            String evidence,
            String article,
            String source,
            String certainty,
            String note) {

        static Next of(Due due, LocalDate today) {
            var step = due.step();
            return new Next(
                    step.code(),
                    step.title(),
                    step.stage(),
                    step.edition(),
                    due.earliest(),
                    due.latest(),
                    due.most(),
                    due.isLate(today),
                    due.provisional(),
                    step.publicity(),
                    step.asks(),
                    step.acts(),
                    step.evidence(),
                    step.article(),
                    step.source(),
                    step.certainty(),
                    step.note());
        }
    }
}
