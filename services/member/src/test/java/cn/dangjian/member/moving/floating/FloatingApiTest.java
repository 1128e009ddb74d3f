package cn.dangjian.member.moving.floating;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.platform.seals.Reseal;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class FloatingApiTest {

    /** The branch of stay, in another county of another city. */
    private static final long STAY = Province.OTHER_VILLAGE;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    DataSource database;

    @Autowired
    List<SealedRows> sealed;

    @Autowired
    TransactionTemplate transaction;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    private Api.Answer step(long by, long id, String step, Object... said) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < said.length; i += 2) body.put(said[i].toString(), said[i + 1]);
        return persons.post(by, "/v1/floatings/" + id + "/" + step, body);
    }

    private Api.Answer look(long by, long id) {
        return persons.get(by, "/v1/floatings/" + id);
    }

    private int figure(long unit, String figure) {
        return persons.get(unit, "/v1/units/" + unit + "/floating-figures")
                .json()
                .at("/whole/" + figure)
                .asInt();
    }

    @Test
    void bothEndsKeepOneRecordAndSpeakToHimInTurns() {
        int out = figure(Province.COUNTY, "out/people");
        int in = figure(Province.OTHER_COUNTY, "in/people");
        long member = persons.member("路远");
        long id = persons.floating(member, STAY);
        assertThat(look(STAY, id).json().path("turn").asString()).isEqualTo("ORIGIN");
        assertThat(look(STAY, id).json().path("late").asBoolean()).isTrue();

        var accepted = step(STAY, id, "acceptance", "day", "2026-01-20");

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(accepted.json().path("turn").asString()).isEqualTo("STAY");
        var contact = step(STAY, id, "contacts", "day", "2026-03-31", "person", "包联人", "note", "安心务工");
        assertThat(contact.status()).as(contact.toString()).isEqualTo(200);
        var seen = look(Province.VILLAGE, id).json();
        assertThat(seen.path("turn").asString()).isEqualTo("ORIGIN");
        assertThat(seen.at("/floating/acceptedOn").asString()).isEqualTo("2026-01-20");
        assertThat(seen.at("/floating/stayContactOn").asString()).isEqualTo("2026-03-31");
        assertThat(seen.at("/floating/dueOn").asString()).isEqualTo("2026-06-30");
        assertThat(seen.path("journal").findValuesAsString("step"))
                .containsExactly("REPORTED", "ACCEPTED", "STAY_CONTACT");
        assertThat(figure(Province.COUNTY, "out/people")).isEqualTo(out + 1);
        assertThat(figure(Province.OTHER_COUNTY, "in/people")).isEqualTo(in + 1);
        // he goes on belonging to where he was, and the branch of stay sees no file
        assertThat(persons.file(Province.VILLAGE, member)
                        .json()
                        .at("/member/unit")
                        .asLong())
                .isEqualTo(Province.VILLAGE);
        assertThat(persons.file(STAY, member).status()).isEqualTo(404);

        var back = step(Province.VILLAGE, id, "return", "day", "2026-04-01");

        assertThat(back.json().at("/floating/state").asString()).isEqualTo("RETURNED");
        assertThat(back.json().path("turn").isNull()).isTrue();
        assertThat(figure(Province.OTHER_COUNTY, "in/people")).isEqualTo(in);
        assertThat(step(STAY, id, "contacts", "day", "2026-04-02").problem()).isEqualTo("floating.wrong-state");
    }

    @Test
    void ofBothEndsWhoWriteAtOnceTheSecondHasToLookAgain() {
        long id = persons.floating(persons.member("双至"), STAY);
        step(STAY, id, "acceptance", "day", "2026-01-20");
        var texts = Persons.floatingTexts();
        texts.put("employer", "虚构厂");

        for (int status : new int[] {200, 412}) {
            long who = status == 200 ? STAY : Province.VILLAGE;
            var answer = api.put("/v1/floatings/" + id, texts)
                    .as(tokens.at(who))
                    .ifMatch("\"2\"")
                    .key()
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        }
        assertThat(look(Province.TOWNSHIP, id).json().at("/floating/employer").asString())
                .isEqualTo("虚构厂");
    }

    @Test
    void howToReachHimIsSealedAndShownForAPurpose() {
        long member = persons.member("闻讯");
        long id = persons.floating(member, STAY);
        assertThat(persons.post(STAY, "/v1/floatings/" + id + "/readings", Map.of("purpose", "联系"))
                        .problem())
                .isEqualTo("floating.no-contact");
        var texts = Persons.floatingTexts();
        texts.put("contact", "虚构兄 13000007777");
        var changed = api.put("/v1/floatings/" + id, texts)
                .as(tokens.at(Province.VILLAGE))
                .key()
                .send();
        assertThat(changed.body()).doesNotContain("13000007777").contains("CONTACT");
        var jdbc = JdbcClient.create(database);
        assertThat(new String(jdbc.sql("select sealed_contact from floating where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single()))
                .doesNotContain("13000007777");
        for (String key : new String[] {"k2", "k1"}) {
            new Reseal(sealed, Persons.seals(key), new JdbcTemplate(database), transaction).reseal();
            assertThat(jdbc.sql("select seal_key from floating where id = :id")
                            .param("id", id)
                            .query(String.class)
                            .single())
                    .isEqualTo(key);
        }

        var shown = persons.post(STAY, "/v1/floatings/" + id + "/readings", Map.of("purpose", "联系"));

        assertThat(shown.json().path("contact").asString()).isEqualTo("虚构兄 13000007777");
        assertThat(persons.get(Province.VILLAGE, "/v1/members/" + member + "/readings")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(persons.post(Province.CITY, "/v1/floatings/" + id + "/readings", Map.of("purpose", "看看"))
                        .problem())
                .isEqualTo("member.not-reader");
    }

    @ParameterizedTest
    @CsvSource({
        "INSIDE,  12111, 2999-01-01, 422, floating.day-ahead",
        "INSIDE,       , 2026-01-01, 422, floating.wrong-place",
        "ABROAD,  12111, 2026-01-01, 422, floating.wrong-place",
        "INSIDE,   1211, 2026-01-01, 422, floating.stay-unknown",
        "INSIDE,  11111, 2026-01-01, 422, floating.stay-unknown",
        "INSIDE, 999999, 2026-01-01, 422, floating.stay-unknown",
        "ABROAD,       , 2026-01-01, 201,",
    })
    void refusesAReportThatDoesNotFit(String place, Long stay, String day, int status, String problem) {
        long member = persons.member("出门");
        var body = new LinkedHashMap<String, Object>();
        body.put("place", place);
        body.put("stay", stay);
        body.put("reportedOn", day);
        body.put("texts", Persons.floatingTexts());

        var answer = persons.post(Province.VILLAGE, "/v1/members/" + member + "/floatings", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        if (status == 201) {
            assertThat(answer.json().at("/floating/dueOn").asString()).isEqualTo("2026-07-01");
            assertThat(persons.post(Province.VILLAGE, "/v1/members/" + member + "/floatings", body)
                            .problem())
                    .isEqualTo("floating.open");
        }
    }

    @Test
    void eachEndDoesItsOwn() {
        long id = persons.floating(persons.member("各办"), STAY);

        assertThat(step(Province.VILLAGE, id, "acceptance", "day", "2026-01-20").problem())
                .isEqualTo("floating.not-yours");
        assertThat(step(Province.COUNTY, id, "acceptance", "day", "2026-01-20").problem())
                .isEqualTo("floating.not-yours");
        assertThat(step(STAY, id, "acceptance", "day", "2025-12-31").problem()).isEqualTo("floating.too-early");
        assertThat(look(Province.SECOND_VILLAGE, id).status()).isEqualTo(404);
        var declined = step(Province.OTHER_TOWNSHIP, id, "refusal", "reason", "查无此人");
        assertThat(declined.json().at("/floating/state").asString()).isEqualTo("DECLINED");
        assertThat(persons.get(Province.VILLAGE, "/v1/floatings?open=false")
                        .json()
                        .path("items")
                        .findValuesAsString("id"))
                .contains(String.valueOf(id));
    }

    @Test
    void whoIsNoMemberIsNotReported() {
        long applicant = Persons.id(persons.register(Province.VILLAGE, Persons.applicant("未入")));

        var answer = persons.post(
                Province.VILLAGE,
                "/v1/members/" + applicant + "/floatings",
                Map.of("place", "OUTSIDE", "reportedOn", "2026-01-01", "texts", Persons.floatingTexts()));

        assertThat(answer.problem()).isEqualTo("floating.not-member");
    }

    @Test
    void whenTheStayIsOverHowToReachHimIsForThoseWhoKeepHisFile() {
        long id = persons.floating(persons.member("归来"), STAY);
        var texts = Persons.floatingTexts();
        texts.put("contact", "虚构姐 13000008888");
        api.put("/v1/floatings/" + id, texts)
                .as(tokens.at(Province.VILLAGE))
                .key()
                .send();

        step(STAY, id, "refusal", "reason", "查无此人");

        assertThat(step(STAY, id, "readings", "purpose", "联系").problem()).isEqualTo("floating.no-contact");
        assertThat(step(Province.VILLAGE, id, "readings", "purpose", "联系")
                        .json()
                        .path("contact")
                        .asString())
                .isEqualTo("虚构姐 13000008888");
    }
}
