package cn.dangjian.organization.tree.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.rules.RuleFile;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final DivisionRules rules = new DivisionRules();

    @ParameterizedTest
    @CsvSource({
        "PROVINCE, 11, 北京市, PROVINCE_COMMITTEE, URBAN",
        "PROVINCE, 98, 虚构省, PROVINCE_COMMITTEE, URBAN",
        "CITY, 4301, 长沙市, CITY_COMMITTEE, URBAN",
        "CITY, 4320, 某市, CITY_COMMITTEE, URBAN",
        "CITY, 4321, 某地区, PREFECTURE_COMMITTEE, RURAL",
        "CITY, 4331, 湘西土家族苗族自治州, PREFECTURE_COMMITTEE, RURAL",
        "CITY, 4350, 某盟, PREFECTURE_COMMITTEE, RURAL",
        "CITY, 4351, 某市, CITY_COMMITTEE, URBAN",
        "CITY, 1101, 市辖区, DIVISION_GROUP, URBAN",
        "CITY, 5002, 县, DIVISION_GROUP, RURAL",
        "CITY, 4290, 省直辖县级行政区划, DIVISION_GROUP, RURAL",
        "COUNTY, 620201, 嘉峪关市, DIVISION_GROUP, URBAN",
        "COUNTY, 430201, 嘉峪关市, COUNTY_COMMITTEE, URBAN",
        "COUNTY, 430101, 市辖区, DISTRICT_COMMITTEE, URBAN",
        "COUNTY, 430120, 某区, DISTRICT_COMMITTEE, URBAN",
        "COUNTY, 430121, 长沙县, COUNTY_COMMITTEE, RURAL",
        "COUNTY, 430170, 某县, COUNTY_COMMITTEE, RURAL",
        "COUNTY, 430171, 经济技术开发区, ZONE_WORKING_COMMITTEE, URBAN",
        "COUNTY, 430180, 管理区, ZONE_WORKING_COMMITTEE, URBAN",
        "COUNTY, 430181, 浏阳市, COUNTY_COMMITTEE, URBAN",
        "COUNTY, 433101, 吉首市, COUNTY_COMMITTEE, URBAN",
        "TOWNSHIP, 430102001, 文艺路街道, STREET_WORKING_COMMITTEE, URBAN",
        "TOWNSHIP, 430102099, 某街道, STREET_WORKING_COMMITTEE, URBAN",
        "TOWNSHIP, 430102100, 某镇, TOWN_COMMITTEE, RURAL",
        "TOWNSHIP, 430102199, 某镇, TOWN_COMMITTEE, RURAL",
        "TOWNSHIP, 430102200, 某乡, TOWNSHIP_COMMITTEE, RURAL",
        "TOWNSHIP, 430102399, 某乡, TOWNSHIP_COMMITTEE, RURAL",
        "TOWNSHIP, 430102400, 工业园, ZONE_WORKING_COMMITTEE, URBAN",
        "TOWNSHIP, 430225400, 炎陵县大院农场, FARM_COMMITTEE, RURAL",
        "TOWNSHIP, 430703599, 花岩溪林场, FARM_COMMITTEE, RURAL",
        "TOWNSHIP, 430703600, 某镇, TOWN_COMMITTEE, RURAL",
        "VILLAGE, 430102001001, 识字里社区居委会, COMMUNITY_ORGANIZATION, URBAN",
        "VILLAGE, 430102001199, 某社区, COMMUNITY_ORGANIZATION, URBAN",
        "VILLAGE, 430102001200, 某村, VILLAGE_ORGANIZATION, RURAL",
        "VILLAGE, 430102001399, 某村, VILLAGE_ORGANIZATION, RURAL",
        "VILLAGE, 430102001400, 虚拟社区, COMMUNITY_ORGANIZATION, URBAN",
        "VILLAGE, 430102001499, 虚拟社区, COMMUNITY_ORGANIZATION, URBAN",
        "VILLAGE, 430102001500, 虚拟生活区, VILLAGE_ORGANIZATION, RURAL",
        "VILLAGE, 430102001599, 虚拟生活区, VILLAGE_ORGANIZATION, RURAL",
        "VILLAGE, 430102001600, 某村委会, VILLAGE_ORGANIZATION, RURAL",
        "VILLAGE, 430102001999, 某社区居委会, COMMUNITY_ORGANIZATION, URBAN"
    })
    void aCodeAndItsNameSayWhichOrganisation(Tier tier, String code, String name, String kind, String domain) {
        assertThat(rules.tier(code)).contains(tier);
        assertThat(rules.kind(tier, code, name, TODAY)).contains(new DivisionKind(kind, domain));
    }

    @ParameterizedTest(name = "18.7 and 18.10 {1} {2} is {3}")
    @CsvSource({
        "TOWNSHIP, 130271450, 新华路街道, STREET_WORKING_COMMITTEE, URBAN",
        "TOWNSHIP, 130426400, 涉城镇, TOWN_COMMITTEE, RURAL",
        "TOWNSHIP, 130426599, 某乡, TOWNSHIP_COMMITTEE, RURAL",
        "TOWNSHIP, 430422407, 衡州监狱, PRISON_COMMITTEE, RURAL",
        "TOWNSHIP, 350527000, 金门县, DIVISION_GROUP, RURAL",
        "VILLAGE, 350527000000, 金门县, DIVISION_GROUP, RURAL",
        "COUNTY, 350527, 金门县, COUNTY_COMMITTEE, RURAL",
        "COUNTY, 460321, 西沙群岛, DISTRICT_COMMITTEE, URBAN",
        "COUNTY, 460323, 中沙群岛的岛礁及其海域, DISTRICT_COMMITTEE, URBAN",
        "COUNTY, 460221, 某县, COUNTY_COMMITTEE, RURAL"
    })
    void whatTheNameOrThePlaceSaysCounts(Tier tier, String code, String name, String kind, String domain) {
        assertThat(rules.kind(tier, code, name, TODAY)).contains(new DivisionKind(kind, domain));
    }

    @ParameterizedTest
    @CsvSource({
        "PROVINCE, 10, 某省",
        "CITY, 4300, 某市",
        "CITY, 4371, 某市",
        "TOWNSHIP, 430102000, 某街道",
        "TOWNSHIP, 430102600, 某处",
        "VILLAGE, 430102001000, 某村",
        "VILLAGE, 430102001600, 某处"
    })
    void whatNoRuleKnowsIsNothing(Tier tier, String code, String name) {
        assertThat(rules.kind(tier, code, name, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "430, false", "98010, false", "４３, false", "4a, false", "43, true", "980101100201, true"})
    void onlyAsManyDigitsAsATierHasAreADivisionCode(String code, boolean division) {
        assertThat(rules.tier(code).isPresent()).isEqualTo(division);
    }

    @Test
    void aCodeBeginsWithItsParents() {
        assertThat(rules.parent(Tier.VILLAGE, "980101100201")).isEqualTo("980101100");
        assertThat(rules.parent(Tier.CITY, "9801")).isEqualTo("98");
    }

    @Test
    void nothingCountsBeforeItsDay() {
        assertThat(rules.kind(Tier.CITY, "4301", "长沙市", LocalDate.of(1999, 12, 31)))
                .isEmpty();
    }

    @Test
    void thereAre34Provinces() {
        var provinces = new Provinces();

        assertThat(provinces.name("43")).contains("湖南省");
        assertThat(provinces.name("98")).isEmpty();
        assertThat(RuleFile.read("provinces.csv")).hasSize(34).allSatisfy(row -> assertThat(
                        rules.kind(Tier.PROVINCE, row.getField("code"), row.getField("name"), TODAY))
                .isPresent());
    }
}
