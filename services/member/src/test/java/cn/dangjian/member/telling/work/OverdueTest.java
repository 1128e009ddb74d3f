package cn.dangjian.member.telling.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class OverdueTest {

    /** A village of {@link Province#OTHER_TOWNSHIP} that only this test knows. */
    private static final long VILLAGE = 12141;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    AnnounceWork announce;

    @Autowired
    DataSource database;

    private boolean isTold(int contacted, int overdue) {
        return broker.heardOf("member.work-changed.v1").stream()
                .flatMap(event -> event.at("/data/units").valueStream())
                .filter(work -> work.path("unit").asLong() == VILLAGE)
                .map(work -> work.path("floating"))
                .reduce((earlier, later) -> later)
                .filter(floating -> is(floating, contacted, overdue))
                .isPresent();
    }

    private static boolean is(JsonNode floating, int contacted, int overdue) {
        return floating.path("contacted").asInt() == contacted
                && floating.path("overdue").asInt() == overdue;
    }

    @Test
    void tellsOnceADayWhatIsOverdueByTheCalendarAlone() {
        province.settle();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
            insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:id, 1211, '98012141', '期村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', :path, 1, '2022-01-01')\
            """)
                .param("id", VILLAGE)
                .param("path", Province.path(Province.OTHER_TOWNSHIP) + Province.segment(VILLAGE))
                .update();
        var persons = new Persons(api, tokens);
        var today = LocalDate.parse(persons.get(VILLAGE, "/v1/units/" + VILLAGE + "/counts")
                .json()
                .path("on")
                .asString());
        var away = Map.of("place", "OUTSIDE", "reportedOn", today.toString(), "texts", Persons.floatingTexts());
        var reported = persons.post(VILLAGE, "/v1/members/" + persons.member(VILLAGE, "期满") + "/floatings", away);
        assertThat(reported.status()).as(reported.toString()).isEqualTo(201);
        Awaitility.await().until(() -> isTold(1, 0));
        jdbc.sql("update case_file set due_on = :day where kind = 'floatings' and unit_id = :unit")
                .param("day", today.minusDays(1))
                .param("unit", VILLAGE)
                .update();
        jdbc.sql("delete from work_day").update();
        jdbc.sql("insert into work_day (day) values (:day)")
                .param("day", today.minusDays(1))
                .update();

        announce.beginDay();

        Awaitility.await().until(() -> isTold(0, 1));
    }
}
