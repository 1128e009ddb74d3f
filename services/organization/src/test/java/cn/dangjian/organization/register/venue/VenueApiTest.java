package cn.dangjian.organization.register.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class VenueApiTest extends VenueFixture {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0101100201 | 0.01       | 0 | SIGN  | 201 |
        0101100201 | 9999999.99 | 0 | SIGN  | 201 |
        0101100201 | 0          | 0 | SIGN  | 400 | body.invalid
        0101100201 | 1.005      | 0 | SIGN  | 400 | body.invalid
        0101100201 | 1          | 1 | SIGN  | 422 | venue.day-ahead
        0101100201 | 1          | 0 | OTHER | 422 | venue.flag-unknown
        0121200201 | 1          | 0 | SIGN  | 422 | venue.flag-unknown
        0101100    | 1          | 0 | SIGN  | 403 | venue.not-yours
        0101       | 1          | 0 | SIGN  | 403 | venue.not-yours
        """)
    void aVillageReportsItsVenue(String who, String area, int ahead, String flag, int status, String problem) {
        tag(COUNTY, "SIGN");

        var answer = report(who, facts(area, TODAY.plusDays(ahead), flag));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(count("venue")).isEqualTo(status == 201 ? 1 : 0);
        assertThat(count("venue_flag")).isEqualTo(status == 201 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0101100201, 403, venue.not-yours",
        "0101,       403, venue.not-yours",
        "'',         403, venue.not-yours",
        "0101001,    404, venue.unknown",
        "0121,       404, venue.unknown",
        "0101100,    200,",
    })
    void theTownshipVerifies(String who, int status, String problem) {
        long id = reported(VILLAGE);
        assertThat(get(COUNTY, "/v1/venues/" + id)
                        .path("venue")
                        .path("verifiedOn")
                        .isNull())
                .isTrue();

        var answer = verify(who, id);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        var venue = get(COUNTY, "/v1/venues/" + id).path("venue");
        assertThat(venue.path("pending").asBoolean()).isEqualTo(status != 200);
        assertThat(venue.path("area").isNull()).isEqualTo(status != 200);
    }

    @Test
    void fourEyesSeeAReport() {
        long id = reported(VILLAGE);
        String same = tokens.at(divisions.unit(TOWN), divisions.unit(VILLAGE));

        assertThat(api.post("/v1/venues/" + id + "/verification", Map.of())
                        .as(same)
                        .key()
                        .send()
                        .problem())
                .isEqualTo("venue.same-person");
        assertThat(verify(TOWN, id).status()).isEqualTo(200);
        assertThat(verify(TOWN, id).problem()).isEqualTo("venue.nothing-to-judge");
    }

    @Test
    void whatWasVerifiedHoldsUntilTheNextReportIs() {
        long id = reported(VILLAGE);
        String reports = "/v1/venues/" + id + "/reports";
        assertThat(post(VILLAGE, reports, facts("80", TODAY)).problem()).isEqualTo("venue.under-review");
        verify(TOWN, id);
        assertThat(post("0101100202", reports, facts("80", TODAY)).problem()).isEqualTo("venue.unknown");
        assertThat(post(TOWN, reports, facts("80", TODAY)).problem()).isEqualTo("venue.not-yours");
        assertThat(api.post(reports, facts("80", TODAY))
                        .as(tokens.at(divisions.unit(VILLAGE)))
                        .key()
                        .ifMatch("\"1\"")
                        .send()
                        .status())
                .isEqualTo(412);

        assertThat(post(VILLAGE, reports, facts("80", TODAY)).status()).isEqualTo(201);
        assertThat(get(VILLAGE, "/v1/venues/" + id).path("venue").path("area").decimalValue())
                .isEqualByComparingTo("120.5");
        String back = "/v1/venues/" + id + "/return";
        assertThat(post("0121", back, Map.of("reason", "面积有误")).problem()).isEqualTo("venue.unknown");
        assertThat(post(TOWN, back, Map.of("reason", "面积有误")).status()).isEqualTo(200);
        post(VILLAGE, reports, facts("90", TODAY));
        verify(TOWN, id);

        var venue = get(VILLAGE, "/v1/venues/" + id);
        assertThat(venue.path("venue").path("area").decimalValue()).isEqualByComparingTo("90");
        assertThat(venue.path("reports")).hasSize(3);
        assertThat(venue.path("venue").path("photos").path(0).asString()).isEqualTo("a1b2");
    }

    @Test
    void meetsTheStandardIfItMeetsAllThatTheCountyAsks() {
        long id = reported(VILLAGE);
        verify(TOWN, id);
        assertThat(get(VILLAGE, "/v1/venues/" + id)
                        .path("venue")
                        .path("standard")
                        .isNull())
                .isTrue();
        tag(COUNTY, "SIGN");
        long second = tag(COUNTY, "ROOM");
        post(VILLAGE, "/v1/venues/" + id + "/reports", facts("80", TODAY, "SIGN"));
        verify(TOWN, id);
        assertThat(get(VILLAGE, "/v1/venues/" + id)
                        .path("venue")
                        .path("standard")
                        .asBoolean(true))
                .isFalse();

        String end = "/v1/venue-tags/" + second + "/end";
        var yesterday = Map.of("day", TODAY.minusDays(1).toString());
        assertThat(post("0121", end, yesterday).problem()).isEqualTo("venue.tag-unknown");
        assertThat(post(COUNTY, end, Map.of("day", "2025-12-31")).problem()).isEqualTo("venue.days-unfit");
        assertThat(post(COUNTY, end, yesterday).status()).isEqualTo(200);

        assertThat(get(VILLAGE, "/v1/venues/" + id)
                        .path("venue")
                        .path("standard")
                        .asBoolean())
                .isTrue();
        assertThat(get(VILLAGE, "/v1/venue-tags")).hasSize(2);
        assertThat(get("0121", "/v1/venue-tags")).isEmpty();
        var again = Map.of("tag", "SIGN", "title", "统一", "document", "虚组〔2026〕3号", "since", "2026-01-01");
        assertThat(post(COUNTY, "/v1/venue-tags", again).problem()).isEqualTo("venue.tag-there");
        assertThat(post(TOWN, "/v1/venue-tags", again).problem()).isEqualTo("venue.not-a-county");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/venues", "/v1/venues/1", "/v1/venue-figures", "/v1/venue-tags"})
    void withoutATokenNothingIsTold(String path) {
        assertThat(api.get(path).send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "venues",
                "venues/1/reports",
                "venues/1/verification",
                "venues/1/return",
                "venues/1/projects",
                "venues/1/projects/1/verification",
                "venues/1/projects/1/return",
                "venue-tags",
                "venue-tags/1/end"
            })
    void withoutATokenNothingIsDone(String path) {
        assertThat(api.post("/v1/" + path, Map.of()).key().send().status()).isEqualTo(401);
    }
}
