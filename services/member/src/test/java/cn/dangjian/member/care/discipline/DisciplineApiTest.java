package cn.dangjian.member.care.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.platform.seals.Reseal;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class DisciplineApiTest {

    private static final String TEXT = "虚构的违纪线索";
    private static final Map<String, String> PURPOSE = Map.of("purpose", "党代会代表资格审查");

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
    private long member;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        member = persons.member("涉线索");
    }

    @Test
    void theCountyKeepsTheListAndReadingItIsWrittenDown(CapturedOutput output) {
        long id = persons.discipline(member, TEXT);

        var read = persons.post(Province.COUNTY, "/v1/members/" + member + "/discipline-readings", PURPOSE);
        var list = persons.post(Province.COUNTY, "/v1/discipline-readings?limit=200", PURPOSE);

        assertThat(read.json().at("/entries/0/text").asString()).isEqualTo(TEXT);
        assertThat(list.json().path("items").findValuesAsString("text")).contains(TEXT);
        assertThat(persons.get(Province.COUNTY, "/v1/readings?hours=1")
                        .json()
                        .path("items")
                        .findValuesAsString("what"))
                .contains("LIST");
        assertThat(persons.get(Province.VILLAGE, "/v1/members/" + member + "/readings")
                        .json()
                        .path("items"))
                .as("a reading of him would tell that there is something")
                .isEmpty();
        var jdbc = JdbcClient.create(database);
        for (String key : new String[] {"k2", "k1"}) {
            new Reseal(sealed, Persons.seals(key), new JdbcTemplate(database), transaction).reseal();
            assertThat(new String(
                            jdbc.sql("select sealed_text from discipline_entry where id = :id and seal_key = :key")
                                    .param("id", id)
                                    .param("key", key)
                                    .query(byte[].class)
                                    .single()))
                    .doesNotContain(TEXT);
        }
        assertThat(persons.post(Province.COUNTY, "/v1/members/" + member + "/discipline-readings", PURPOSE)
                        .json()
                        .at("/entries/0/text")
                        .asString())
                .isEqualTo(TEXT);
        assertThat(output.getAll()).doesNotContain(TEXT);
    }

    /** Nobody but the county is told that there is a list, or an entry. */
    @ParameterizedTest
    @ValueSource(longs = {1, 11, 121, 1111, 11111, 112})
    void doesNotExistForAnybodyElse(long who) {
        long id = persons.discipline(member, TEXT);

        var of = persons.post(who, "/v1/members/" + member + "/discipline-readings", PURPOSE);
        var end = persons.post(
                who, "/v1/discipline-entries/" + id + "/end", Map.of("on", "2026-02-01", "document", "1号"));
        var enter = persons.post(
                who, "/v1/members/" + member + "/discipline-entries", Map.of("sinceOn", "2026-01-01", "text", "另一条"));

        for (var answer : new Api.Answer[] {of, end, enter}) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("discipline.unknown");
        }
        var list = persons.post(who, "/v1/discipline-readings", PURPOSE);
        if (list.status() == 200) assertThat(list.body()).doesNotContain(TEXT);
        else assertThat(list.problem()).isEqualTo("discipline.unknown");
        assertThat(persons.get(who, "/v1/members/" + member).body()).doesNotContain(TEXT);
    }

    @Test
    void endsOnceAndIsShownOfThePersonOnly() {
        long id = persons.discipline(member, "已查否的线索");
        var said = Map.of("on", "2026-02-01", "document", "虚组〔2026〕11号");
        assertThat(persons.post(
                                Province.COUNTY,
                                "/v1/discipline-entries/" + id + "/end",
                                Map.of("on", "2025-12-31", "document", "1号"))
                        .problem())
                .isEqualTo("discipline.wrong-day");

        assertThat(persons.post(Province.COUNTY, "/v1/discipline-entries/" + id + "/end", said)
                        .status())
                .isEqualTo(200);

        assertThat(persons.post(Province.COUNTY, "/v1/discipline-entries/" + id + "/end", said)
                        .problem())
                .isEqualTo("discipline.ended");
        assertThat(persons.post(Province.COUNTY, "/v1/discipline-readings?limit=200", PURPOSE)
                        .body())
                .doesNotContain("已查否的线索");
        assertThat(persons.post(Province.COUNTY, "/v1/members/" + member + "/discipline-readings", PURPOSE)
                        .body())
                .contains("已查否的线索");
    }
}
