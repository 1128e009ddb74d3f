package cn.dangjian.organization.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.testkit.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class RegisterApiTest extends RegisterReader {

    RegisterApiTest() {
        super("47");
    }

    private long stored() {
        return jdbc.sql("select (select count(*) from register_unit) + (select count(*) from register_state)")
                .query(Long.class)
                .single();
    }

    @Test
    void entersAUnit() {
        var facts = Desk.facts(village, "PRIVATE_ENTERPRISE", 4);

        var answer = desk.send(township, "", facts);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .endsWith("/" + answer.json().path("id").asLong());
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var unit = read(answer.json().path("id").asLong(), "");
        assertThat(unit).isEqualTo(answer.json());
        assertThat(unit.path("creditCode").asString()).isEqualTo(facts.get("creditCode"));
        assertThat(unit.path("placeId").asLong()).isEqualTo(village);
        assertThat(unit.path("state").asString()).isEqualTo("SHOULD_BE_COVERED");
        assertThat(unit.path("cover").isNull()).isTrue();
        facts.remove("creditCode");
        assertThat(desk.send(township, "", facts).status()).isEqualTo(201);
        assertThat(desk.send(township, "", facts).status()).as("many have none").isEqualTo(201);
    }

    /** The unit of the last row, or the caller's, may have moved between two pages. */
    @ParameterizedTest
    @CsvSource({
        "register-units, ~, 0",
        "grid-places, ~, 0",
        "advice, ~, 0",
        "register-units, 00, 1",
    })
    void goesOnFromAPlaceOutsideTheScope(String list, String path, int rows) {
        assertThat(desk.send(township, "", Desk.facts(village, "PRIVATE_ENTERPRISE", 4))
                        .status())
                .isEqualTo(201);
        String cursor = Cursor.of(path, 0).text();

        var answer = api.get("/v1/" + list + "?cursor=" + cursor)
                .as(tokens.at(village))
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("items").size()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' ', 400, body.invalid",
        "name, , 400, body.invalid",
        "type, GALAXY, 422, register.type-unknown",
        "type, , 400, body.invalid",
        "members, -1, 400, body.invalid",
        "members, 10000001, 400, body.invalid",
        "members, , 400, body.invalid",
        "employees, -1, 400, body.invalid",
        "creditCode, 91350100M000100Y44, 422, register.code-malformed",
        "creditCode, '', 422, register.code-malformed",
        "on, 2999-01-01, 422, register.future",
        "on, yesterday, 400, body.wrong-type",
        "placeId, 987654, 404, register.place-unknown",
        "more, 1, 400, body.unknown-field",
    })
    void refusesBadFacts(String field, @Nullable String value, int status, String problem) {
        var facts = Desk.facts(village, "SCHOOL", 3);
        facts.put(field, value != null && value.matches("-?[0-9]{1,9}") ? Long.valueOf(value) : value);

        var answer = desk.send(township, "", facts);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0101100, 0101100, 201, ",
        "0101100, 0101100201, 201, ",
        "0101, 0101100201, 201, ",
        "'', 0101100201, 201, ",
        "0101, 0101, 422, register.place-unfit",
        "0101100201, 0101100201, 403, register.not-keeper",
        "0101100, 0101001, 404, register.place-unknown",
        "0201, 0101100201, 404, register.place-unknown",
    })
    void townshipsAndTheirSuperiorsKeepIt(String caller, String place, int status, @Nullable String problem) {
        var answer = desk.send(divisions.unit(caller), "", Desk.facts(divisions.unit(place), "SCHOOL", 3));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(stored()).isEqualTo(status == 201 ? 2 : 0);
    }

    @Test
    void aCreditCodeBelongsToOneOpenUnit() {
        var first = Desk.facts(village, "SCHOOL", 3);
        long id = desk.send(township, "", first).json().path("id").asLong();
        var second = Desk.facts(divisions.unit("0201100201"), "SCHOOL", 3);
        second.put("creditCode", first.get("creditCode"));

        assertThat(desk.send(divisions.unit("0201100"), "", second).problem()).isEqualTo("register.code-taken");
        desk.close(township, id, TODAY);
        assertThat(desk.send(divisions.unit("0201100"), "", second).status()).isEqualTo(201);

        long third = desk.enter(township, village, "SCHOOL", 1);
        second.remove("placeId");
        assertThat(desk.send(township, "/" + third + "/change", second).problem())
                .isEqualTo("register.code-taken");
        assertThat(read(third, "").path("version").asLong()).isEqualTo(1);
    }

    @Test
    void listsInTheOrderOfTheTreePageByPage() {
        var expected = new ArrayList<Long>();
        long second = divisions.unit("0101100202");
        for (long place : List.of(township, village, village, second)) {
            expected.add(desk.enter(township, place, "SCHOOL", 3));
        }
        desk.enter(township, second, "HOSPITAL", 3);

        for (int limit : List.of(1, 2, 3, 50)) {
            var seen = new ArrayList<Long>();
            String cursor = "";
            do {
                var page = get("?type=SCHOOL&limit=" + limit + "&cursor=" + cursor, divisions.unit("01"))
                        .json();
                page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
                cursor = page.path("next").isNull() ? "" : page.path("next").asString();
            } while (!cursor.isEmpty());
            assertThat(seen).as("limit " + limit).containsExactlyElementsOf(expected);
        }
        assertThat(get("?place=" + village, township).json().path("items")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?cursor=x", "?limit=0", "?limit=201", "?state=MAYBE", "?asOf=x", "?place=x", "/x", "/1?asOf=x"})
    void refusesBadQuestions(String path) {
        assertThat(get("?type=GALAXY", township).problem()).isEqualTo("register.type-unknown");
        assertThat(get(path, township).status()).isEqualTo(400);
    }

    @Test
    void ofAnotherCountyEverythingIsUnknown() {
        long id = desk.enter(township, village, "SCHOOL", 3);
        long stranger = divisions.unit("0201");
        var facts = Desk.facts(village, "SCHOOL", 9);
        facts.remove("placeId");

        assertThat(get("", stranger).json().path("items")).isEmpty();
        assertThat(get("?place=" + village, stranger).problem()).isEqualTo("register.place-unknown");
        assertThat(get("/" + id, stranger).problem()).isEqualTo("register.unknown");
        assertThat(get("/" + id + "?asOf=" + TODAY, stranger).problem()).isEqualTo("register.unknown");
        assertThat(desk.send(stranger, "/" + id + "/change", facts).problem()).isEqualTo("register.unknown");
        assertThat(desk.close(stranger, id, TODAY).problem()).isEqualTo("register.unknown");
        assertThat(desk.cover(stranger, id, village, "SINGLE", TODAY).problem()).isEqualTo("register.unknown");
        var transfer = Map.<String, Object>of("on", TODAY.toString(), "placeId", divisions.unit("0201100"));
        assertThat(desk.send(stranger, "/" + id + "/transfer", transfer).problem())
                .isEqualTo("register.unknown");
        long theirs = desk.enter(stranger, divisions.unit("0201100"), "SCHOOL", 3);
        assertThat(desk.cover(stranger, theirs, village, "SINGLE", TODAY).problem())
                .isEqualTo("register.party-unit-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/1/change", "/1/closure", "/1/coverage", "/1/transfer"})
    void nobodyEntersWithoutAToken(String path) {
        assertThat(api.post("/v1/register-units" + path, Map.of()).key().send().status())
                .isEqualTo(401);
        assertThat(api.get("/v1/register-units").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/register-units/1").send().status()).isEqualTo(401);
    }
}
