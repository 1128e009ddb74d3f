package cn.dangjian.member.telling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The work of units is told whole. */
@ServiceTest
class WorkTest {

    /** Villages of {@link Province#OTHER_TOWNSHIP} that only this test knows. */
    private static final long FILES = 12131;

    private static final long WAY = 12132;
    private static final long AWAY = 12133;
    private static final long AGAIN = 12134;
    private static final long DATES = 12135;

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
        jdbc = JdbcClient.create(database);
        for (long unit : new long[] {FILES, WAY, AWAY, AGAIN, DATES})
            jdbc.sql("""
                insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                values (:id, 1211, :code, '工村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', :path, 1, '2022-01-01')\
                """)
                    .param("id", unit)
                    .param("code", "9801" + unit)
                    .param("path", Province.path(Province.OTHER_TOWNSHIP) + Province.segment(unit))
                    .update();
        persons = new Persons(api, tokens);
    }

    /** The newest that was said of a unit. */
    private Optional<JsonNode> told(long unit, int from) {
        return broker.heardOf("member.work-changed.v1").stream()
                .skip(from)
                .peek(event -> EventSchemas.validate("member.work-changed.v1", event.toString()))
                .flatMap(event -> event.at("/data/units").valueStream())
                .filter(work -> work.path("unit").asLong() == unit)
                .reduce((earlier, later) -> later);
    }

    private JsonNode awaitTold(long unit, Predicate<JsonNode> as) {
        return Awaitility.await()
                .until(() -> told(unit, 0).filter(as), Optional::isPresent)
                .orElseThrow();
    }

    private JsonNode shown(long unit) {
        return persons.get(Province.PROVINCE, "/v1/units/" + Province.OTHER_TOWNSHIP + "/completeness")
                .json()
                .path("parts")
                .valueStream()
                .filter(part -> part.path("unit").asLong() == unit)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsHowWholeTheFilesAreAndShowsTheSame() {
        long id = persons.member(FILES, "全佳");
        persons.register(FILES, Persons.applicant("缺多"));

        var first = awaitTold(FILES, work -> work.at("/files/people").asInt() == 2);
        assertThat(first.at("/files/asked").asInt()).isEqualTo(10 + 7);
        assertThat(first.at("/files/missing/PHONE").asInt()).isEqualTo(2);
        assertThat(first.at("/files/missing/CLASS").isMissingNode()).isTrue();
        var body =
                Map.of("name", "全佳", "ethnicity", "01", "education", "21", "phone", "13000000017", "address", "虚构村1号");
        var changed =
                api.put("/v1/members/" + id, body).as(tokens.at(FILES)).key().send();
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        // also while it is not kept yet
        assertThat(shown(FILES).at("/missing/PHONE").asInt()).isEqualTo(1);

        var told = awaitTold(FILES, work -> work.at("/files/missing/PHONE").asInt() == 1);

        assertThat(told.at("/files/there").asInt())
                .isEqualTo(first.at("/files/there").asInt() + 4);
        assertThat(told.at("/files/complete").asInt()).isZero();
        var shown = shown(FILES);
        assertThat(shown.path("people").asInt()).isEqualTo(2);
        assertThat(shown.path("missing").toString())
                .isEqualTo(told.at("/files/missing").toString());
        assertThat(shown.path("percent").asInt())
                .isEqualTo(told.at("/files/there").asInt()
                        * 100
                        / told.at("/files/asked").asInt());
    }

    @Test
    void tellsADateThatChangesNoPeriod() {
        var body = Persons.fullMember("同日");
        body.remove("admittedOn");
        long id = Persons.id(persons.register(DATES, body));
        awaitTold(DATES, work -> work.at("/files/missing/ADMITTED").asInt() == 1);

        // on the day on which he became a full member: he was never on probation
        var entered = persons.post(
                Province.OTHER_TOWNSHIP,
                "/v1/members/" + id + "/events",
                Map.of("what", "ADMITTED", "day", "2012-07-01", "document", "虚组〔2012〕1号", "reason", "补录"));

        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        awaitTold(DATES, work -> work.at("/files/missing/ADMITTED").isMissingNode());
    }

    @Test
    void tellsWhoIsOnTheWayAndWhatIsOverdue() {
        long id = Persons.id(persons.register(WAY, Persons.applicant("程前")));
        var begun = persons.post(WAY, "/v1/members/" + id + "/developments", Map.of("evidence", "入党申请书"));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);

        var told = awaitTold(
                WAY, work -> work.at("/development/stages/APPLICATION").asInt() == 1);

        // he asked in 2009, and was to be talked to within a month
        assertThat(told.at("/development/overdue").asInt()).isEqualTo(1);
        persons.post(WAY, "/v1/members/" + id + "/events", Map.of("what", "DIED", "day", "2026-01-31", "reason", "病故"));
        awaitTold(WAY, work -> work.at("/files/people").asInt() == 0);
    }

    @Test
    void tellsWhoIsAwayAtBothEnds() {
        long member = persons.member(AWAY, "云游");
        var reported = persons.post(
                AWAY,
                "/v1/members/" + member + "/floatings",
                Map.of("place", "INSIDE", "stay", AGAIN, "reportedOn", "2026-01-01", "texts", Persons.floatingTexts()));
        assertThat(reported.status()).as(reported.toString()).isEqualTo(201);
        long id = reported.json().at("/floating/id").asLong();

        var out = awaitTold(AWAY, work -> work.at("/floating/out").asInt() == 1);
        assertThat(out.at("/floating/overdue").asInt()).isEqualTo(1);
        assertThat(out.at("/floating/unknown").asInt()).isEqualTo(1);
        awaitTold(AGAIN, work -> work.at("/floating/in").asInt() == 1);
        var today = persons.get(Province.PROVINCE, "/v1/units/" + AWAY + "/counts")
                .json()
                .path("on")
                .asString();
        persons.post(AGAIN, "/v1/floatings/" + id + "/acceptance", Map.of("day", today));
        persons.post(AGAIN, "/v1/floatings/" + id + "/contacts", Map.of("day", today, "person", "包联人"));
        awaitTold(AWAY, work -> work.at("/floating/contacted").asInt() == 1);

        persons.post(AWAY, "/v1/floatings/" + id + "/return", Map.of("day", today));

        awaitTold(AWAY, work -> work.at("/floating/out").asInt() == 0);
        awaitTold(AGAIN, work -> work.at("/floating/in").asInt() == 0);
    }

    @Test
    void tellsTheSameAgainForAnEmptiedBroker() {
        persons.member(AGAIN, "重来");
        awaitTold(AGAIN, work -> work.at("/files/people").asInt() >= 1);
        awaitNothingDue();
        var before = told(AGAIN, 0).orElseThrow();
        int heard = broker.heardOf("member.work-changed.v1").size();

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        var again = Awaitility.await()
                .until(() -> told(AGAIN, heard), Optional::isPresent)
                .orElseThrow();
        assertThat(again).isEqualTo(before);
    }

    private void awaitNothingDue() {
        Awaitility.await()
                .until(
                        () -> jdbc.sql("select count(*) from due where kind = 'work'")
                                .query(Integer.class)
                                .single(),
                        left -> left == 0);
    }
}
