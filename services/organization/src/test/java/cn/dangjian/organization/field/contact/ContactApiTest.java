package cn.dangjian.organization.field.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ContactApiTest extends Contacts {

    private Api.Answer link(String who, long leader, String unit, String kind, int days) {
        var from = TODAY.toString();
        var to = TODAY.plusDays(days).toString();
        long id = divisions.unit(unit);
        var body = Map.of("leader", leader, "unit", id, "kind", kind, "from", from, "to", to);
        return post(who, "/v1/contact-links", body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0101    | 0101100    | POINT   | 0  | 201 |
        0101    | 0101100    | AREA    | 0  | 201 |
        0101    | 0101100201 | STATION | 9  | 201 |
        0101    | 0101100    | STATION | 0  | 422 | contact.kind-unfit
        0101    | 0101       | POINT   | 0  | 422 | contact.kind-unfit
        0101    | 0101100201 | STATION | -1 | 422 | contact.days-unfit
        0101    | 0121200    | AREA    | 0  | 404 | unit.unknown
        0101100 | 0101001001 | STATION | 0  | 404 | unit.unknown
        0101    | 0101100    | FRIEND  | 0  | 400 | body.wrong-type
        """)
    void linksAnOfficialToAUnitBelow(String who, String unit, String kind, int days, int status, String problem) {
        long leader = leader(who);

        var answer = link(who, leader, unit, kind, days);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from contact_link")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void onlyTheOfficeOfTheOfficialLinksAndEnds() {
        long leader = leader(COUNTY);
        long id = link(COUNTY, leader, VILLAGE, "POINT", 30).json().path("id").asLong();
        String end = "/v1/contact-links/" + id + "/end";
        var today = Map.of("day", TODAY.toString());

        assertThat(link(TOWN, leader, VILLAGE, "POINT", 0).problem()).isEqualTo("contact.leader-unknown");
        assertThat(link(COUNTY, leader, VILLAGE, "POINT", 0).problem()).isEqualTo("contact.linked-already");
        assertThat(post("0121", end, today).problem()).isEqualTo("contact.link-unknown");
        assertThat(post(TOWN, end, today).problem()).isEqualTo("contact.not-yours");
        assertThat(post(COUNTY, end, Map.of("day", TODAY.plusDays(31).toString()))
                        .problem())
                .isEqualTo("contact.days-unfit");
        assertThat(post(COUNTY, end, today).status()).isEqualTo(200);
        assertThat(api.post(end, today)
                        .as(tokens.at(divisions.unit(COUNTY)))
                        .key()
                        .ifMatch("\"1\"")
                        .send()
                        .status())
                .isEqualTo(412);
        assertThat(get(VILLAGE, "/v1/contact-links?kind=POINT").path("items")).hasSize(1);
        assertThat(get(VILLAGE, "/v1/contact-links?on=" + TODAY.plusDays(1)).path("items"))
                .isEmpty();
        assertThat(get("0121", "/v1/contact-links").path("items")).isEmpty();
        assertThat(get("0121", "/v1/contact-leaders").path("items")).isEmpty();
        assertThat(get("0121", "/v1/contact-links?unit=" + divisions.unit(TOWN))
                        .path("code")
                        .asString())
                .isEqualTo("unit.unknown");
    }

    @Test
    void coverageIsTheSumOfTheTierBelow() {
        long leader = leader(COUNTY);
        link(COUNTY, leader, TOWN, "AREA", 30);
        link(COUNTY, leader, TOWN, "POINT", 30);
        link(COUNTY, leader, VILLAGE, "STATION", 30);
        link(COUNTY, leader, "0101001001", "POINT", 30);

        var county = get("", "/v1/contact-coverage?unit=" + divisions.unit(COUNTY));

        assertThat(county.path("total").path("villages").asInt()).isEqualTo(4);
        assertThat(county.path("total").path("area").asInt()).isEqualTo(3);
        assertThat(county.path("total").path("point").asInt()).isEqualTo(1);
        assertThat(county.path("total").path("station").asInt()).isEqualTo(1);
        assertThat(county.path("total").path("linked").asInt()).isEqualTo(4);
        for (var part : county.path("parts")) {
            var below = get("", "/v1/contact-coverage?unit=" + part.path("unit").asLong());
            assertThat(below.path("total")).isEqualTo(part);
        }
        assertThat(get("", "/v1/contact-coverage?on=" + TODAY.plusDays(31))
                        .path("total")
                        .path("linked")
                        .asInt())
                .isZero();
        assertThat(get("0121", "/v1/contact-coverage?unit=" + divisions.unit(TOWN))
                        .path("code")
                        .asString())
                .isEqualTo("unit.unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/contact-leaders",
                "/v1/contact-links",
                "/v1/contact-visits",
                "/v1/contact-visits/1",
                "/v1/contact-coverage",
                "/v1/contact-time?from=2026-03-02&to=2026-03-08"
            })
    void withoutATokenNothingIsToldOrDone(String path) {
        assertThat(api.get(path).send().status()).isEqualTo(401);
        assertThat(api.post(path, Map.of()).key().send().status()).isEqualTo(401);
        assertThat(api.post("/v1/contact-links/1/end", Map.of()).key().send().status())
                .isEqualTo(401);
        assertThat(api.post("/v1/contact-visits/1/problems/1/solution", Map.of())
                        .key()
                        .send()
                        .status())
                .isEqualTo(401);
    }
}
