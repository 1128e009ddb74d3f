package cn.dangjian.organization.field.advice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Level;
import cn.dangjian.organization.register.coverage.CoverageTable.Uncovered;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AdvisorTest {

    @Autowired
    Advisor advisor;

    @Autowired
    Rulebook rulebook;

    @Autowired
    JdbcClient jdbc;

    Rules rules;

    @BeforeEach
    void regulationsOnly() {
        jdbc.sql("delete from rule_setting").update();
        rules = rulebook.on(LocalDate.of(2026, 3, 2));
    }

    private static UnitFacts unit(String kind, int full, int probationary, int below) {
        return new UnitFacts(7, "虚构支部", kind, "00001", true, full, probationary, 0, below, 0, 0, 0, 0);
    }

    private List<Kind> advice(UnitFacts unit) {
        return advisor.advise(unit, rules).stream().map(Advice::kind).toList();
    }

    private static List<Kind> kinds(@Nullable String names) {
        if (names == null) return List.of();
        return Arrays.stream(names.split(" ")).map(Kind::valueOf).toList();
    }

    /** 2 / 3 full members, 50 / 51 members; R-18: 6 / 7; R-16: 50 / 51, 99 / 100. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, JOIN SECRETARY_ONLY",
        "2, 0, JOIN SECRETARY_ONLY",
        "2, 9, JOIN SECRETARY_ONLY",
        "3, 0, SECRETARY_ONLY",
        "6, 0, SECRETARY_ONLY",
        "6, 1, SECRETARY_ONLY",
        "7, 0, BRANCH_COMMITTEE",
        "50, 0, BRANCH_COMMITTEE",
        "50, 1, DIVIDE BRANCH_COMMITTEE GENERAL_BRANCH",
        "51, 0, DIVIDE BRANCH_COMMITTEE GENERAL_BRANCH",
        "99, 0, DIVIDE BRANCH_COMMITTEE GENERAL_BRANCH",
        "100, 0, DIVIDE BRANCH_COMMITTEE COMMITTEE",
    })
    void advisesABranchByItsMembers(int full, int probationary, String expected) {
        assertThat(advice(unit("BRANCH", full, probationary, 0))).containsExactlyElementsOf(kinds(expected));
        for (String kind : List.of("JOINT_BRANCH", "SCHOOL_BRANCH", "NEW_ORGANIZATION_BRANCH"))
            assertThat(advice(unit(kind, full, probationary, 0))).containsExactlyElementsOf(kinds(expected));
    }

    /** 50 / 51, 99 / 100, 499 / 500, whether they belong to the village or to its branches. */
    @ParameterizedTest
    @CsvSource({
        "50, ",
        "51, GENERAL_BRANCH",
        "99, GENERAL_BRANCH",
        "100, COMMITTEE",
        "499, COMMITTEE",
        "500, COMMITTEE DELEGATES",
    })
    void advisesAVillageByAllBelow(int members, @Nullable String expected) {
        for (String kind : List.of("VILLAGE_ORGANIZATION", "COMMUNITY_ORGANIZATION")) {
            assertThat(advice(unit(kind, members, 0, 0))).containsExactlyElementsOf(kinds(expected));
            assertThat(advice(unit(kind, 1, 1, members - 2))).containsExactlyElementsOf(kinds(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GENERAL_BRANCH, 99, ",
        "GENERAL_BRANCH, 100, COMMITTEE",
        "HOSPITAL_GENERAL_BRANCH, 100, COMMITTEE",
        "STATE_FIRM_COMMITTEE, 500, DELEGATES",
        "PARTY_COMMITTEE, 499, ",
        "PARTY_COMMITTEE, 500, DELEGATES",
        "VILLAGE_GENERAL_BRANCH, 99, ",
        "VILLAGE_GENERAL_BRANCH, 100, COMMITTEE",
        "COMMUNITY_COMMITTEE, 500, DELEGATES",
        "TOWN_COMMITTEE, 9000, ",
    })
    void doesNotAdviseWhatThereIs(String kind, int members, @Nullable String expected) {
        assertThat(advice(unit(kind, members, 0, 0))).containsExactlyElementsOf(kinds(expected));
    }

    @Test
    void saysNothingAboutMembersThatNobodyCounted() {
        var unknown = new UnitFacts(7, "虚构支部", "BRANCH", "00001", false, 0, 0, 0, 0, 0, 0, 0, 0);

        assertThat(advice(unknown)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, ", "6, TOO_MANY_UNITS"})
    void alarmsAboutAJointBranchThatCoversTooMany(int joint, @Nullable String expected) {
        assertThat(advice(unit("TOWN_COMMITTEE", 0, 0, 0).covering(20, joint, 0)))
                .containsExactlyElementsOf(kinds(expected));
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void alarmsAboutAUnitThatShouldBeCovered(int members, boolean alarm) {
        var advice = advisor.advise(new Uncovered(3, "虚构企业", 1, "00001", members), rules);

        assertThat(advice).hasSize(alarm ? 1 : 0);
        assertThat(advice).allSatisfy(found -> assertThat(found.level()).isEqualTo(Level.ALARM));
    }

    @Test
    void everyAdviceNamesItsRuleAndWhereThatIsWritten() {
        var advice = advisor.advise(unit("BRANCH", 7, 0, 0), rules).getFirst();

        assertThat(advice.rule()).isEqualTo("formation.branch.committee.members.min");
        assertThat(advice.value()).isEqualByComparingTo("7");
        assertThat(advice.source()).contains("支部工作条例");
        assertThat(advice.fact()).isEqualTo(7);
        assertThat(advice.sizes()).extracting(Number::intValue).containsExactly(3, 5, 7);
    }
}
