package cn.dangjian.member.growth.development;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.growth.edition.Step.Actor;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Hand.Standing;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.rules.RuleFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of hands and the editions speak of the same steps. */
class DevelopmentStepTest {

    private static Set<Actor> actors(DevelopmentStep step) {
        return step.move().hands().stream()
                .map(DevelopmentStepTest::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Actor.class)));
    }

    /** A committee directly above stands in for the tier that a branch does not have above it. */
    private static Actor actor(Hand hand) {
        if (hand.standing() == Standing.SUBJECT) return Actor.SUBJECT;
        if (hand.standing() != Standing.ABOVE) return null;
        return hand.tier() == Tier.TOWNSHIP ? Actor.TOWNSHIP : Actor.COUNTY;
    }

    @Test
    void everyEditionHasTheseStepsInThisOrderAndInTheseHands() {
        var all = RuleFile.read("development-steps.csv").stream()
                .map(row -> row.getField("edition") + " " + row.getField("step") + " " + row.getField("acts"))
                .toList();
        var rules = EnumSet.allOf(DevelopmentStep.class).stream()
                .filter(DevelopmentStep::isOfTheRules)
                .map(step -> step + " " + actors(step).stream().map(Enum::name).collect(Collectors.joining(" ")))
                .toList();

        for (String edition : List.of("2014", "2026")) {
            assertThat(all.stream().filter(row -> row.startsWith(edition)))
                    .containsExactlyElementsOf(
                            rules.stream().map(row -> edition + " " + row).toList());
        }
    }

    /** What somebody becomes is told with the words of his file. */
    @Test
    void whatAStepMakesOfAPersonIsAKindOfEvent() {
        assertThat(RuleFile.read("development-steps.csv").stream()
                        .map(row -> row.getField("becomes"))
                        .filter(text -> !text.isEmpty())
                        .distinct())
                .containsExactly("APPLIED", "ACTIVIST", "OBJECT", "ADMITTED", "FULL");
    }
}
