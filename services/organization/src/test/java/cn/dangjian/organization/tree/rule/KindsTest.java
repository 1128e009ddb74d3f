package cn.dangjian.organization.tree.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.sector.Sector;
import cn.dangjian.platform.rules.RuleFile;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

    private final Kinds kinds = new Kinds();

    @ParameterizedTest
    @CsvSource({
        "PROVINCE_COMMITTEE, 湖南省, , 中共湖南省委员会",
        "CITY_COMMITTEE, 长沙市, 湖南省, 中共长沙市委员会",
        "DISTRICT_COMMITTEE, 芙蓉区, 长沙市, 中共长沙市芙蓉区委员会",
        "COUNTY_COMMITTEE, 长沙县, 长沙市, 中共长沙县委员会",
        "STREET_WORKING_COMMITTEE, 文艺路街道, 芙蓉区, 中共芙蓉区文艺路街道工作委员会",
        "TOWN_COMMITTEE, 莲花镇, 岳麓区, 中共岳麓区莲花镇委员会",
        "FARM_COMMITTEE, 炎陵县大院农场, 炎陵县, 中共炎陵县大院农场委员会",
        "COMMUNITY_ORGANIZATION, 识字里社区居委会, 文艺路街道, 文艺路街道识字里社区党组织",
        "COMMUNITY_ORGANIZATION, 银谷国际社区居民委员会, 某街道, 某街道银谷国际社区党组织",
        "COMMUNITY_ORGANIZATION, 城东居委会, 某镇, 某镇城东社区党组织",
        "VILLAGE_ORGANIZATION, 火炬村委会, 某镇, 某镇火炬村党组织",
        "VILLAGE_ORGANIZATION, 南田坪村村民委员会, 沩山乡, 沩山乡南田坪村党组织",
        "VILLAGE_ORGANIZATION, 莲花山村, 某镇, 某镇莲花山村党组织",
        "VILLAGE_ORGANIZATION, 村委会, 某镇, 某镇村委会党组织",
        "BRANCH, 示范村第一党小组, 示范村, 中共示范村第一党小组支部委员会",
        "OF_ANOTHER_WORLD, 某处, 某镇, 某处"
    })
    void aKindMakesTheTitle(String kind, String name, String parent, String title) {
        assertThat(kinds.title(kind, name, parent)).isEqualTo(title);
    }

    @Test
    void everyKindStandsInOneFieldOfWork() {
        assertThat(Sector.allKinds())
                .containsExactlyInAnyOrderElementsOf(
                        kinds.all().stream().map(Kinds.Shown::kind).toList());
        for (var sector : Sector.values())
            assertThat(sector.kinds()).as(sector.term()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BRANCH, SCHOOL_BRANCH, true",
        "BRANCH, HOSPITAL_GENERAL_BRANCH, true",
        "STATE_FIRM_BRANCH, STATE_FIRM_COMMITTEE, true",
        "VILLAGE_BRANCH, SCHOOL_BRANCH, false"
    })
    void aBranchMayBecomeOneOfAField(String kind, String other, boolean related) {
        assertThat(kinds.isRelated(kind, other)).isEqualTo(related);
    }

    @ParameterizedTest
    @CsvSource({
        "SCHOOL_BRANCH, BRANCH, true",
        "SCHOOL_BRANCH, SCHOOL_BRANCH, true",
        "SCHOOL_BRANCH, HOSPITAL_BRANCH, false",
        "STATE_FIRM_COMMITTEE, PARTY_COMMITTEE, true",
        "BRANCH, SCHOOL_BRANCH, false",
        "BRANCH, '', false",
        "OF_ANOTHER_WORLD, BRANCH, false"
    })
    void rulesOfAPlainKindHoldInEveryField(String kind, String named, boolean among) {
        assertThat(kinds.isAmong(Set.of(named), kind)).isEqualTo(among);
    }

    @Test
    @DisplayName("18.7 namesakes keep their whole names")
    void namesakesKeepTheirWholeNames() {
        assertThat(kinds.shortened("高家庄村委会")).isEqualTo(kinds.shortened("高家庄村村民委员会"));
        assertThat(kinds.wholeTitle("VILLAGE_ORGANIZATION", "高家庄村委会", "某镇")).isEqualTo("某镇高家庄村委会党组织");
        assertThat(kinds.wholeTitle("VILLAGE_ORGANIZATION", "高家庄村村民委员会", "某镇")).isEqualTo("某镇高家庄村村民委员会党组织");
    }

    @Test
    void everyKindOfARuleHasATitle() {
        assertThat(RuleFile.read("division-kinds.csv"))
                .allSatisfy(row -> assertThat(kinds.title(row.getField("kind"), "某", null))
                        .isNotEqualTo(row.getField("kind").equals("DIVISION_GROUP") ? "" : "某"));
    }
}
