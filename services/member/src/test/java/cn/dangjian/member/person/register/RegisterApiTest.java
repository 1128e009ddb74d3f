package cn.dangjian.member.person.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class RegisterApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    DataSource database;

    private Persons persons;
    private JdbcClient jdbc;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        jdbc = JdbcClient.create(database);
    }

    private int files() {
        return jdbc.sql("select count(*) from member").query(Integer.class).single();
    }

    @Test
    void aBranchOpensAFileAndTheTownshipSeesHowWholeItIs() {
        var body = Persons.fullMember("钱一诺");
        body.put("phone", "13000000017");
        body.put("ethnicity", "01");

        long id = Persons.id(persons.register(Province.VILLAGE, body));

        var file = persons.file(Province.TOWNSHIP, id).json();
        assertThat(file.at("/member/status").asString()).isEqualTo("FULL");
        assertThat(file.at("/member/unit").asLong()).isEqualTo(Province.VILLAGE);
        assertThat(file.at("/member/birthOn").asString().replace("-", ""))
                .isEqualTo(body.get("number").toString().substring(6, 14));
        assertThat(file.path("number").asString())
                .contains("***")
                .doesNotContain(body.get("number").toString().substring(6, 14));
        assertThat(file.path("phone").asString()).isEqualTo("***17");
        assertThat(file.at("/completeness/missing").toString())
                .contains("EDUCATION", "OCCUPATION", "ADDRESS")
                .doesNotContain("PHONE", "ETHNICITY", "CLASS");
        assertThat(file.at("/completeness/percent").asInt()).isEqualTo(70);
        assertThat(file.path("contradictions")).isEmpty();
        var parts = persons.get(Province.TOWNSHIP, "/v1/units/" + Province.TOWNSHIP + "/completeness")
                .json()
                .path("parts");
        assertThat(parts.findValuesAsString("unit")).contains(String.valueOf(Province.VILLAGE));
    }

    @Test
    void hidesTheFileFromAnotherCounty() {
        long id = persons.member("孙二妮");

        assertThat(persons.file(Province.OTHER_COUNTY, id).problem()).isEqualTo("member.unknown");
        assertThat(persons.file(Province.SECOND_VILLAGE, id).status()).isEqualTo(404);
        assertThat(persons.file(Province.COUNTY, id).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 780000199002300010, 422, number.no-such-day",
        "number, '78000019880515 001', 422, number.blank-inside",
        "appliedOn, 2999-01-01, 422, member.day-ahead",
        "ethnicity, 77, 422, member.no-such-code",
        "name, '', 400, ''",
    })
    void refusesWhatCannotBe(String field, String value, int status, String problem) {
        int before = files();
        var body = Persons.fullMember("李三思");
        body.put(field, value);

        var answer = persons.register(Province.VILLAGE, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (!problem.isEmpty()) assertThat(answer.problem()).isEqualTo(problem);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void nobodyBelongsToATownship() {
        var answer = persons.register(Province.COUNTY, Province.TOWNSHIP, Persons.fullMember("周四海"));

        assertThat(answer.problem()).isEqualTo("member.not-formal");
    }

    @Test
    void theNumberDecidesWhoIsThereAlready() {
        var body = Persons.fullMember("吴五福");
        long id = Persons.id(persons.register(Province.VILLAGE, body));
        body.put("name", "吴伍福");

        var again = persons.register(Province.TOWNSHIP, Province.SECOND_VILLAGE, body);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").asString()).contains(String.valueOf(id));
    }

    @Test
    void whoeverMayNotReadNumbersIsToldSoOftenADayThatOneIsKnown() {
        var known = Persons.fullMember("卫多试");
        long id = Persons.id(persons.register(Province.VILLAGE, known));
        String city = tokens.at(Province.CITY, 72001);
        long own = Persons.id(persons.register(Province.VILLAGE, Persons.fullMember("卫自家")));
        var statuses = new ArrayList<Integer>();

        for (int i = 0; i < 19; i++) statuses.add(registered(city, known).status());
        statuses.add(api.put("/v1/members/" + own, Map.of("name", "卫自家", "number", known.get("number")))
                .as(city)
                .key()
                .ifMatch("\"1\"")
                .send()
                .status());

        assertThat(statuses).hasSize(20).containsOnly(409);
        for (var body : List.of(known, Persons.fullMember("卫未知")))
            assertThat(registered(city, body).problem()).isEqualTo("privacy.too-many-known");
        assertThat(persons.get(Province.COUNTY, "/v1/members/" + id + "/readings?limit=100")
                        .json()
                        .path("items")
                        .findValuesAsString("what"))
                .hasSize(20)
                .containsOnly("KNOWN");
    }

    private Api.Answer registered(String by, Map<String, Object> body) {
        return api.post("/v1/units/" + Province.VILLAGE + "/members", body)
                .as(by)
                .key()
                .send();
    }

    @Test
    void aNameIsAsLongAsTheDoorLetsIn() {
        String name = "阿不都·" + "买".repeat(46);

        long id = Persons.id(persons.register(Province.VILLAGE, Persons.fullMember(name)));

        assertThat(persons.file(Province.VILLAGE, id).json().at("/member/name").asString())
                .isEqualTo(name);
    }

    @Test
    void noDoorTellsThatANumberIsKnownElsewhere() {
        var body = Persons.fullMember("郑六合");
        Persons.id(persons.register(Province.VILLAGE, body));
        body.put("name", "郑六和");

        var elsewhere = persons.register(Province.OTHER_VILLAGE, body);

        assertThat(elsewhere.status()).isEqualTo(201);
        assertThat(elsewhere.body()).doesNotContain("郑六合");
    }

    @Test
    void keepsASmallXAndA15DigitNumberAsTheSamePerson() {
        var legacy = Persons.fullMember("王七巧");
        String whole = Persons.number("19620517", 7);
        legacy.put("number", whole.substring(0, 6) + whole.substring(8, 17));
        Persons.id(persons.register(Province.VILLAGE, legacy));
        var later = Persons.fullMember("王七巧");
        later.put("number", whole);

        assertThat(persons.register(Province.VILLAGE, later).problem()).isEqualTo("member.duplicate");
    }

    @Test
    void sealsWhatIsOfNobodysBusinessAndWritesItIntoNoLog(CapturedOutput output) {
        var body = Persons.fullMember("冯八斗");
        body.put("phone", "13000008888");
        body.put("address", "虚构路八十八号");
        long id = Persons.id(persons.register(Province.VILLAGE, body));
        body.put("ethnicity", "99");
        persons.register(Province.SECOND_VILLAGE, body);

        var row = jdbc.sql("select * from member where id = :id")
                .param("id", id)
                .query()
                .singleRow();
        for (var secret : new String[] {body.get("number").toString(), "13000008888", "虚构路八十八号"}) {
            assertThat(row.values().stream()
                            .map(value -> value instanceof byte[] bytes ? new String(bytes) : String.valueOf(value)))
                    .noneMatch(value -> value.contains(secret));
            assertThat(output.getAll()).doesNotContain(secret);
        }
        assertThat(output.getAll()).doesNotContain("冯八斗");
    }

    @Test
    void showsItInClearForAPurposeAndWritesThatDown() {
        var body = Persons.fullMember("陈九州");
        body.put("phone", "13000009999");
        long id = Persons.id(persons.register(Province.VILLAGE, body));

        var shown = persons.post(Province.TOWNSHIP, "/v1/members/" + id + "/readings", Map.of("purpose", "核对档案"));

        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.json().path("number").asString()).isEqualTo(body.get("number"));
        assertThat(shown.json().path("phone").asString()).isEqualTo("13000009999");
        var readings = persons.get(Province.VILLAGE, "/v1/members/" + id + "/readings")
                .json()
                .path("items");
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).path("purpose").asString()).isEqualTo("核对档案");
        var lately = persons.get(Province.COUNTY, "/v1/readings?hours=1").json().path("items");
        assertThat(lately.findValuesAsString("member")).contains(String.valueOf(id));
        assertThat(persons.get(Province.OTHER_COUNTY, "/v1/readings?hours=1")
                        .json()
                        .path("items")
                        .findValuesAsString("member"))
                .doesNotContain(String.valueOf(id));
        var event = Awaitility.await()
                .until(
                        () -> broker.heard("member").stream()
                                .filter(each -> each.path("type").asString().equals("member.personal-data-read.v1")
                                        && each.at("/data/ids/0").asLong() == id)
                                .findFirst(),
                        found -> found.isPresent());
        EventSchemas.validate("member.personal-data-read.v1", event.get().toString());
        assertThat(event.get().toString())
                .doesNotContain("13000009999", body.get("number").toString(), "陈九州");
    }

    @Test
    void aCityIsShownNothingInClear() {
        long id = persons.member("褚十全");

        var answer = persons.post(Province.CITY, "/v1/members/" + id + "/readings", Map.of("purpose", "看看"));

        assertThat(answer.problem()).isEqualTo("member.not-reader");
        assertThat(persons.post(Province.OTHER_COUNTY, "/v1/members/" + id + "/readings", Map.of("purpose", "看看"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void writesAFileAnewOnTheNewestVersionOnly() {
        long id = persons.member("卫思远");
        var change = Map.of("name", "卫思源", "ethnicity", "01");

        var changed = api.put("/v1/members/" + id, change)
                .as(tokens.at(Province.VILLAGE))
                .key()
                .ifMatch("\"1\"")
                .send();
        var stale = api.put("/v1/members/" + id, change)
                .as(tokens.at(Province.VILLAGE))
                .key()
                .ifMatch("\"1\"")
                .send();

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().at("/member/name").asString()).isEqualTo("卫思源");
        assertThat(stale.status()).isEqualTo(412);
    }
}
