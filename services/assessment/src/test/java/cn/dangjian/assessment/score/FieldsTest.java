package cn.dangjian.assessment.score;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.scheme.content.Domain;
import cn.dangjian.testkit.Province;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 分类定标: each field of work has standards of its own, and whoever has none is scored by those for town or country, or for all. */
class FieldsTest extends RunningAssessment {

    private long county;

    @BeforeEach
    void aCounty(@Autowired Province province) {
        province.settle();
        county = scored.county(Province.CITY);
    }

    @Test
    void aUnitIsScoredByTheNarrowestSchemeThatHoldsIt() {
        long school = scored.branch(county, "SCHOOL_GENERAL_BRANCH");
        long firm = scored.branch(county, "STATE_FIRM_BRANCH");
        long schools = published("SCHOOL");
        long rural = published("RURAL");
        published(null);
        scored.settled();

        assertThat(schemeOf(school)).isEqualTo(schools);
        assertThat(schemeOf(firm)).as("no field of its own: by the country's").isEqualTo(rural);
    }

    @ParameterizedTest
    @CsvSource({
        "SCHOOL, SCHOOL_BRANCH, URBAN, true",
        "SCHOOL, BRANCH, URBAN, false",
        "VILLAGE, VILLAGE_COMMITTEE, URBAN, true",
        "VILLAGE, COMMUNITY_BRANCH, RURAL, false",
        "NEW_ORGANIZATION, CHAIN_BRANCH, RURAL, true",
        "AGENCY, LEADING_GROUP, URBAN, true",
        "RURAL, SCHOOL_BRANCH, RURAL, true",
        "RURAL, SCHOOL_BRANCH, URBAN, false",
        "URBAN, COMMUNITY_BRANCH, URBAN, true"
    })
    void whichUnitsADomainHolds(Domain domain, String kind, String townOrCountry, boolean holds) {
        assertThat(domain.holds(kind, townOrCountry)).isEqualTo(holds);
    }

    private long published(@Nullable String domain) {
        var scheme = scheme(YEAR, "BRANCH", four());
        if (domain != null) scheme.put("domain", domain);
        return scored.published(county, scheme);
    }

    private long schemeOf(long unit) {
        return scored.explanation(unit, TODAY).at("/parts/0/rule/scheme").asLong();
    }
}
