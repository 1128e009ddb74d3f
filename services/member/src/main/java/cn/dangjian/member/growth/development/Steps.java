package cn.dangjian.member.growth.development;

import static java.util.stream.Collectors.joining;

import cn.dangjian.member.growth.development.TakeStep.StepRequest;
import cn.dangjian.member.growth.edition.Outcome;
import cn.dangjian.member.growth.edition.Proposed;
import cn.dangjian.member.growth.edition.Step;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Rows of steps: of what a request says. */
final class Steps {

    private Steps() {}

    /** One of which nothing is said but its day and its evidence. */
    static Development.Step plain(Step step, LocalDate day, String evidence, Desk desk) {
        var said = new StepRequest(
                DevelopmentStep.valueOf(step.code()), day, evidence, null, null, null, null, null, null, null);
        return of(step, said, Outcome.DONE, false, desk);
    }

    static Development.Step of(Step step, StepRequest said, Outcome outcome, boolean late, Desk desk) {
        var training = said.training();
        var vote = said.vote();
        var shown = said.publicity();
        return new Development.Step(
                step.code(),
                step.edition(),
                said.day(),
                outcome,
                late,
                said.evidence(),
                said.document(),
                people(said),
                training == null ? null : training.days(),
                training == null ? null : training.hours(),
                vote == null ? null : vote.entitled(),
                vote == null ? null : vote.present(),
                vote == null ? null : vote.written(),
                vote == null ? null : vote.yes(),
                shown == null ? null : shown.from(),
                shown == null ? null : shown.to(),
                outcome == Outcome.EXTENDED ? said.months() : null,
                desk.subject(),
                desk.now().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable String people(StepRequest said) {
        return said.people() == null
                ? null
                : said.people().stream().map(String::valueOf).collect(joining(","));
    }

    /** What the rules are asked about it. */
    static Proposed proposed(
            String code, StepRequest said, Outcome outcome, @Nullable LocalDate bornOn, int objectionsOpen) {
        return new Proposed(
                code,
                said.day(),
                outcome,
                bornOn,
                said.people() == null ? null : said.people().size(),
                said.training(),
                said.vote(),
                said.publicity(),
                objectionsOpen,
                said.months());
    }
}
