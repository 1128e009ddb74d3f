package cn.dangjian.organization.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a unit of the register from a day on. */
@ServiceTest
class RegisterChangeApiTest extends RegisterReader {

    RegisterChangeApiTest() {
        super("47");
    }

    @Test
    void remembersWhatAUnitWas() {
        long id = desk.enter(township, village, "SCHOOL", 3);
        var facts = Desk.facts(village, "HOSPITAL", 2);
        facts.remove("placeId");
        facts.put("on", TODAY.minusDays(10).toString());

        var changed = desk.send(township, "/" + id + "/change", facts);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(get("/" + id + "?asOf=" + TODAY.minusDays(31), township).problem())
                .isEqualTo("register.unknown");
        assertThat(read(id, "?asOf=" + TODAY.minusDays(30)).path("type").asString())
                .isEqualTo("SCHOOL");
        assertThat(read(id, "?asOf=" + TODAY.minusDays(11)).path("state").asString())
                .isEqualTo("SHOULD_BE_COVERED");
        assertThat(read(id, "?asOf=" + TODAY.minusDays(10)).path("state").asString())
                .isEqualTo("NOT_YET");
        facts.put("members", 0);
        desk.send(township, "/" + id + "/change", facts);
        assertThat(read(id, "").path("state").asString())
                .as("corrected on the same day")
                .isEqualTo("NOT_REQUIRED");
        assertThat(read(id, "?asOf=" + TODAY.minusDays(11)).path("members").asInt())
                .isEqualTo(3);
        facts.put("on", TODAY.minusDays(11).toString());
        assertThat(desk.send(township, "/" + id + "/change", facts).problem()).isEqualTo("register.too-early");
    }

    @Test
    void aUnitIsClosedAndNeverDeleted() {
        long id = desk.enter(township, village, "SCHOOL", 3);
        desk.cover(township, id, branches.below(village, "BRANCH"), "SINGLE", TODAY.minusDays(20));

        assertThat(desk.close(township, id, TODAY.minusDays(21)).problem()).isEqualTo("register.too-early");
        assertThat(desk.close(township, id, TODAY.plusDays(1)).problem()).isEqualTo("register.future");
        var closed = desk.close(township, id, TODAY.minusDays(5));

        assertThat(closed.json().path("closedOn").asString())
                .isEqualTo(TODAY.minusDays(5).toString());
        assertThat(read(id, "?asOf=" + TODAY.minusDays(6)).path("state").asString())
                .isEqualTo("COVERED");
        assertThat(get("/" + id + "?asOf=" + TODAY.minusDays(5), township).status())
                .isEqualTo(404);
        assertThat(get("", township).json().path("items")).isEmpty();
        assertThat(get("?asOf=" + TODAY.minusDays(6), township).json().path("items"))
                .hasSize(1);
        assertThat(desk.close(township, id, TODAY).problem()).isEqualTo("register.closed");
        assertThat(desk.cover(township, id, village, "SINGLE", TODAY).problem()).isEqualTo("register.closed");
    }

    @Test
    void aUnitIsTransferredByTheCommonSuperior() {
        long id = desk.enter(township, village, "SCHOOL", 3);
        long other = divisions.unit("0101001001");
        var body = Map.<String, Object>of("placeId", other, "on", TODAY.toString());

        assertThat(desk.send(township, "/" + id + "/transfer", body).problem()).isEqualTo("register.place-unknown");
        var moved = desk.send(divisions.unit("0101"), "/" + id + "/transfer", body);

        assertThat(moved.json().path("placeId").asLong()).isEqualTo(other);
        assertThat(get("/" + id, township).status()).isEqualTo(404);
        assertThat(get("/" + id, divisions.unit("0101001")).status()).isEqualTo(200);
    }

    @Test
    void ofTwoWhoChangeOneUnitTheSecondHasToLookAgain() {
        long id = desk.enter(township, village, "SCHOOL", 3);
        var on = Map.<String, Object>of("on", TODAY.toString());
        var facts = Desk.facts(village, "SCHOOL", 9);
        facts.remove("placeId");
        var cover = new HashMap<String, Object>(on);
        cover.putAll(Map.of("role", "COVER", "partyUnitId", village, "founding", "SINGLE"));
        var transfer = Map.<String, Object>of("on", TODAY.toString(), "placeId", township);

        for (var change : Map.of("closure", on, "change", facts, "coverage", cover, "transfer", transfer)
                .entrySet()) {
            var answer = api.post("/v1/register-units/" + id + "/" + change.getKey(), change.getValue())
                    .as(tokens.at(township))
                    .key()
                    .ifMatch("\"7\"")
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(412);
        }
    }
}
