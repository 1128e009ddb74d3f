package cn.dangjian.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import cn.dangjian.gateway.House;
import cn.dangjian.gateway.Token;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OperationsTest extends GatewayTest {

    private static final Token OPERATOR = Token.ofTheAdministrator();

    @Test
    void tellsOfEachServiceAlsoOfTheOneThatIsAway() throws Exception {
        var answer = send(request("/operations/services", OPERATOR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        var services = new HashMap<String, JsonNode>();
        json(answer)
                .path("services")
                .forEach(service -> services.put(service.path("name").asString(), service));
        assertThat(services)
                .containsOnlyKeys(
                        "archive",
                        "assessment",
                        "dues",
                        "identity",
                        "member",
                        "notification",
                        "organization",
                        "push",
                        "statistics",
                        "task");
        var task = services.getOrDefault("task", json(answer));
        assertThat(task.path("ready").asBoolean()).isTrue();
        assertThat(task.path("unsent").asLong()).isEqualTo(3);
        assertThat(task.path("oldest").asString()).isEqualTo("2026-11-29T01:02:03");
        assertThat(task.path("lag").asLong()).isEqualTo(60);
        assertThat(task.path("parkedInAll").asLong()).isEqualTo(5000);
        assertThat(task.at("/parked/0/reason").asString()).isEqualTo("POISON");
        var member = services.getOrDefault("member", json(answer));
        assertThat(member.path("ready").asBoolean()).isFalse();
        assertThat(member.path("unsent").isNull()).isTrue();
        assertThat(member.path("lag").isNull()).isTrue();
    }

    @Test
    void asksEachServiceOnceAndOnceMoreOnlyWhoSaysNothingOfItself() throws Exception {
        var answer = send(request("/operations/services", OPERATOR));

        assertThat(HOUSE.allAsked())
                .extracting(House.Asked::path)
                .hasSize(11)
                .containsOnlyOnce(House.OLDER + "/actuator/events", House.OLDER + "/actuator/health/readiness")
                .containsOnlyOnce(House.ODD + "/actuator/events", House.ODD + "/actuator/health/readiness")
                .doesNotContain("/actuator/health/readiness");
        assertThat(json(answer).path("services").valueStream())
                .allMatch(service -> service.path("ready").asBoolean()
                        != service.path("name").asString().equals("member"));
    }

    /** What was not said is no zero, and what cannot be understood spoils no page. */
    @ParameterizedTest
    @ValueSource(strings = {"archive", "dues"})
    void showsNothingOfWhomItDoesNotUnderstand(String name) throws Exception {
        var answer = send(request("/operations/services", OPERATOR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("services").valueStream())
                .filteredOn(service -> service.path("name").asString().equals(name))
                .singleElement()
                .matches(service -> service.path("ready").asBoolean()
                        && service.path("unsent").isNull()
                        && service.path("lag").isNull()
                        && service.path("parkedInAll").isNull()
                        && service.path("parked").isEmpty());
    }

    @Test
    void neverShowsWhatAnEventSays() throws Exception {
        assertThat(send(request("/operations/services", OPERATOR)).body()).doesNotContain("secret");
    }

    @Test
    void hasAServiceTakeAParkedEventAgainWithTheOperatorsOwnToken() throws Exception {
        var answer =
                send(request("/operations/services/task/parked/7", OPERATOR).POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("done").asBoolean()).isTrue();
        var asked = HOUSE.asked();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /actuator/events/7");
        assertThat(asked.headers().getFirst("Authorization")).startsWith("Bearer ey");
    }

    @ParameterizedTest
    @CsvSource({"task/parked/8, 404", "nowhere/parked/7, 404", "task/parked/x, 404", "member/parked/7, 503"})
    void refusesWhatIsNotThere(String path, int status) throws Exception {
        var answer = send(request("/operations/services/" + path, OPERATOR).POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void isForTheAdministratorAlone() throws Exception {
        assertThat(send(request("/operations/services")).statusCode()).isEqualTo(401);
        assertThat(send(request("/operations/services", Token.of("17"))).statusCode())
                .isEqualTo(403);
        assertThat(send(request("/operations/services/task/parked/7", Token.of("17"))
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(HOUSE.askedCount()).isZero();
    }
}
