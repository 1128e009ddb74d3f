package cn.dangjian.member.person.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SearchApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    private List<String> names(long by, Map<String, Object> search) {
        return persons.post(by, "/v1/member-searches", search)
                .json()
                .path("items")
                .findValuesAsString("name");
    }

    @Test
    void nobodyTriesNumbersThatHeIsShownMasked() {
        var body = Persons.fullMember("慕容无号");
        long id = Persons.id(persons.register(Province.VILLAGE, body));

        for (var number : List.of(body.get("number"), Persons.number()))
            assertThat(persons.post(Province.CITY, "/v1/member-searches", Map.of("number", number))
                            .problem())
                    .isEqualTo("member.not-reader");
        names(Province.COUNTY, Map.of("number", body.get("number")));

        assertThat(persons.get(Province.COUNTY, "/v1/members/" + id + "/readings")
                        .json()
                        .path("items")
                        .findValuesAsString("purpose"))
                .containsExactly("按号码查找");
    }

    @Test
    void findsByNameInitialsAndNumberWithinTheScopeOnly() {
        var body = Persons.fullMember("长孙无极");
        Persons.id(persons.register(Province.VILLAGE, body));

        assertThat(names(Province.COUNTY, Map.of("name", "长孙"))).containsOnly("长孙无极");
        assertThat(names(Province.COUNTY, Map.of("name", "zswj"))).containsOnly("长孙无极");
        assertThat(names(Province.COUNTY, Map.of("number", body.get("number")))).containsExactly("长孙无极");
        assertThat(names(Province.OTHER_COUNTY, Map.of("name", "长孙"))).isEmpty();
        assertThat(names(Province.OTHER_COUNTY, Map.of("number", body.get("number"))))
                .isEmpty();
        assertThat(persons.post(Province.OTHER_COUNTY, "/v1/member-searches", Map.of("unit", Province.VILLAGE))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsPageByPageInTheOrderOfTheTreeAndOfNames() {
        var mine = List.of("曾小曾", "覃小覃", "缪小缪", "解小解", "单小单", "区小区", "赵小赵", "阿小阿");
        for (String name : mine) {
            persons.member(Province.THIRD_VILLAGE, name);
            persons.member(11121, name);
        }

        var all = new ArrayList<String>();
        String cursor = "";
        do {
            var page = persons.get(Province.COUNTY, "/v1/members?status=FULL&limit=3" + cursor)
                    .json();
            page.path("items").forEach(item -> {
                if (mine.contains(item.path("name").asString()))
                    all.add(item.path("unit").asLong() + item.path("name").asString());
            });
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        var sorted = List.of("阿小阿", "缪小缪", "区小区", "覃小覃", "单小单", "解小解", "曾小曾", "赵小赵");
        var expected = new ArrayList<String>();
        for (long unit : List.of(Province.THIRD_VILLAGE, 11121L)) sorted.forEach(name -> expected.add(unit + name));
        assertThat(all).containsExactlyElementsOf(expected);
    }

    @Test
    void filtersByClassAndStatus() {
        persons.member(11211, "秦川");
        persons.register(11211, Persons.applicant("许愿"));

        assertThat(names(11211, Map.of("status", "APPLICANT"))).contains("许愿").doesNotContain("秦川");
        assertThat(names(11211, Map.of("memberClass", "RURAL"))).contains("秦川").doesNotContain("许愿");
    }

    @Test
    void noLetterOfANameStandsForOthers() {
        persons.member("百分百");

        assertThat(names(Province.VILLAGE, Map.of("name", "%"))).isEmpty();
        assertThat(names(Province.VILLAGE, Map.of("name", "_分百"))).isEmpty();
    }
}
