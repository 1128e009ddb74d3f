package cn.dangjian.organization.tree.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.Tier;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidersTest {

    private final Deciders deciders = new Deciders(new Kinds());

    /** a committee is the county's to decide about, in whatever field of work. */
    @ParameterizedTest
    @CsvSource({
        "BRANCH, BRANCH, TOWNSHIP",
        "BRANCH, SCHOOL_BRANCH, TOWNSHIP",
        "BRANCH, SCHOOL_GENERAL_BRANCH, TOWNSHIP",
        "BRANCH, PARTY_COMMITTEE, COUNTY",
        "BRANCH, SCHOOL_COMMITTEE, COUNTY",
        "BRANCH, AGENCY_COMMITTEE, COUNTY",
        "BRANCH, LEADING_GROUP, COUNTY",
        "VILLAGE, VILLAGE_BRANCH, COUNTY"
    })
    void whoDecidesAtLeast(Tier tier, String kind, Tier decider) {
        assertThat(deciders.decider(tier, kind, "98", LocalDate.of(2026, 11, 30)))
                .isEqualTo(decider);
    }
}
