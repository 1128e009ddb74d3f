package cn.dangjian.organization.register.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class VenueProjectTest extends VenueFixture {

    @ParameterizedTest
    @CsvSource({
        "0101100201, 0,             -5,  0, 201,",
        "0101100201, 9999999999.99, -5,  0, 201,",
        "0101100201, 12.345,        -5,  0, 400, body.invalid",
        "0101100201, -1,            -5,  0, 400, body.invalid",
        "0101100201, 12.50,          0, -1, 422, venue.days-unfit",
        "0101100201, 12.50,          1,  2, 422, venue.days-unfit",
        "0101100,    12.50,         -5,  0, 403, venue.not-yours",
        "0121,       12.50,         -5,  0, 404, venue.unknown",
    })
    void aProjectHasACostInFen(String who, String cost, int first, int last, int status, String problem) {
        long id = reported(VILLAGE);

        var answer = project(who, id, cost, first, last);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(count("venue_project")).isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void figuresAreTheSumsOfTheTierBelow() {
        for (String village : List.of(VILLAGE, "0101100202", "0101001001")) {
            long id = reported(village);
            verify(village.substring(0, 7), id);
            long project =
                    project(village, id, "1000.05", -5, 0).json().path("id").asLong();
            String path = "/v1/venues/" + id + "/projects/" + project;
            assertThat(post("0121", path + "/verification", Map.of()).problem()).isEqualTo("venue.unknown");
            assertThat(post(village, path + "/verification", Map.of()).problem())
                    .isEqualTo("venue.not-yours");
            String verdict = village.equals(VILLAGE) ? "/return" : "/verification";
            var body = village.equals(VILLAGE) ? Map.of("reason", "缺票据") : Map.of();
            assertThat(post(village.substring(0, 7), path + verdict, body).status())
                    .isEqualTo(200);
            assertThat(post(village.substring(0, 7), path + verdict, body).problem())
                    .isEqualTo("venue.nothing-to-judge");
        }
        reported("0121200201");

        var county = get("", "/v1/venue-figures?unit=" + divisions.unit(COUNTY));

        assertThat(county.path("total").path("venues").asInt()).isEqualTo(3);
        assertThat(county.path("total").path("area").decimalValue()).isEqualByComparingTo("361.5");
        assertThat(county.path("total").path("repaired").asInt()).isEqualTo(2);
        assertThat(county.path("total").path("cost").asString()).isEqualTo("2000.10");
        for (var part : county.path("parts")) {
            var below = get("", "/v1/venue-figures?unit=" + part.path("unit").asLong());
            assertThat(below.path("total")).isEqualTo(part);
        }
        assertThat(get("0121", "/v1/venue-figures").path("total").path("venues").asInt())
                .isZero();
        assertThat(get("0121", "/v1/venues").path("items")).hasSize(1);
        assertThat(get(COUNTY, "/v1/venues?limit=2").path("next").isNull()).isFalse();
        for (String list : List.of("venues", "venue-figures")) {
            assertThat(get("0121", "/v1/" + list + "?unit=" + divisions.unit(TOWN))
                            .path("code")
                            .asString())
                    .isEqualTo("unit.unknown");
        }
    }
}
