package cn.dangjian.task;

import static cn.dangjian.task.Tasks.body;
import static cn.dangjian.task.Tasks.toVillages;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressingApiTest extends RunningTask {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"tier":"TOWNSHIP"}                       | 2
        {"tier":"VILLAGE","domain":"URBAN"}       | 2
        {"tier":"VILLAGE","under":1112}           | 2
        {"units":[11111,11121]}                   | 2
        {"units":[11111,11111]}                   | 1
        {"tier":"VILLAGE","units":[1111,11121]}   | 1
        """)
    void addressesWhatTheTargetNames(String target, int addressed) {
        var answer = tasks.dispatch(Province.COUNTY, target);

        assertThat(answer.json().path("addressed").asInt())
                .as(answer.toString())
                .isEqualTo(addressed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"units":[12111]}                     | target.outside-scope
        {"units":[111]}                       | target.outside-scope
        {"units":[99]}                        | target.outside-scope
        {"tier":"VILLAGE","under":12}         | target.outside-scope
        {"tier":"CITY"}                       | target.empty
        {"tier":"BRANCH"}                     | target.empty
        {}                                    | target.none-chosen
        {"domain":"RURAL"}                    | target.none-chosen
        """)
    void refusesATargetThatIsNotBelow(String target, String code) {
        int before = tasks.dispatchesOf(Province.COUNTY).size();

        var answer = tasks.dispatch(Province.COUNTY, target);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(tasks.dispatchesOf(Province.COUNTY)).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `{"title":`                                                                    | 400 | body.malformed
        `[]`                                                                           | 400 | body.wrong-type
        `{"title":"t","text":"x","goal":"g","deadline":"soon","target":{}}`            | 400 | body.wrong-type
        `{"title":7,"text":"x","goal":"g","deadline":"2099-01-01T00:00:00Z","target":{"tier":"VILLAGE"}}` | 400 | body.wrong-type
        `{"title":"t","text":"x","goal":"g","deadline":"2099-01-01T00:00:00Z","target":{"tier":"MOON"}}`  | 400 | body.wrong-type
        `{"title":"t","text":"x","goal":"g","deadline":"2099-01-01T00:00:00Z","target":{"tier":"VILLAGE"},"x":1}` | 400 | body.unknown-field
        `{"title":" ","text":"x","goal":"g","deadline":"2099-01-01T00:00:00Z","target":{"tier":"VILLAGE"}}` | 400 | body.invalid
        `{"title":"t","text":"x","goal":"g","target":{"tier":"VILLAGE"}}`              | 400 | body.invalid
        `{"title":"t","text":"x","goal":"g","deadline":"2020-01-01T00:00:00Z","target":{"tier":"VILLAGE"}}` | 422 | deadline.past
        """)
    void refusesABadDispatchAndStoresNothing(String body, int status, String code) {
        int before = tasks.dispatchesOf(Province.COUNTY).size();

        var answer = api.post("/v1/dispatches", body)
                .as(tokens.at(Province.COUNTY))
                .key()
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.json().path("title").asString()).isNotBlank();
        assertThat(tasks.dispatchesOf(Province.COUNTY)).hasSize(before);
    }

    @Test
    void refusesTextThatIsTooLongAndBodiesThatAreTooLarge() {
        var long_ = body("x".repeat(201), toVillages());
        var huge = body("t", toVillages()).replace("\"text\":\"", "\"text\":\"" + "x".repeat(2_000_000));

        assertThat(tasks.post(long_).problem()).isEqualTo("body.invalid");
        assertThat(tasks.post(huge).status()).isEqualTo(413);
    }

    @Test
    void answersARepeatedDispatchWithTheSameBytes() {
        String key = UUID.randomUUID().toString();
        String body = body("一次", toVillages());

        var first = api.post("/v1/dispatches", body)
                .as(tokens.at(Province.COUNTY))
                .key(key)
                .send();
        var again = api.post("/v1/dispatches", body)
                .as(tokens.at(Province.COUNTY))
                .key(key)
                .send();
        var other = api.post("/v1/dispatches", body("另一", toVillages()))
                .as(tokens.at(Province.COUNTY))
                .key(key)
                .send();
        var someoneElse = api.post("/v1/dispatches", body)
                .as(tokens.at(Province.SIBLING_COUNTY))
                .key(key)
                .send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency.other-payload");
        assertThat(someoneElse.json().path("id").asLong())
                .isNotEqualTo(first.json().path("id").asLong());
    }

    @Test
    void asksForAnIdempotencyKey() {
        var without = api.post("/v1/dispatches", body("t", toVillages()))
                .as(tokens.at(Province.COUNTY))
                .send();
        var short_ = api.post("/v1/dispatches", body("t", toVillages()))
                .as(tokens.at(Province.COUNTY))
                .key("x")
                .send();

        assertThat(without.problem()).isEqualTo("idempotency.missing");
        assertThat(short_.problem()).isEqualTo("idempotency.malformed");
    }
}
