package cn.dangjian.organization.files.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of teams: what was exported can be corrected and sent again. */
@ServiceTest
class TeamIntakeTest {

    private static final String VILLAGE = "0101100201";
    private static final LocalDate BEGAN = House.today().minusYears(1);
    private static final String HEADER = "党组织代码,职务,姓名,任职日期,离任日期,是否专职\n";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    House house;
    Files files;
    long township;

    @BeforeEach
    void tree() {
        house = new House("39", api, tokens, jdbc);
        files = new Files(api, tokens, environment);
        township = house.unit("0101100");
        for (String table : List.of(
                "team_term_change", "team_seat", "team_session", "team_person", "outbox", "intake", "intake_row")) {
            jdbc.sql("delete from " + table).update();
        }
        house.begin(VILLAGE, 11, BEGAN);
    }

    private long sent(long caller, String text) {
        long id = Files.id(files.sendAs("TEAMS", caller, text));
        files.done(caller, id);
        return id;
    }

    private List<String> seats() {
        return jdbc.sql("""
            select concat(s.post, ' ', p.name, ' ', s.from_on, ' ', coalesce(s.to_on, '-'), ' ', s.full_time)
              from team_seat s join team_person p on p.id = s.person_id order by s.post, p.name\
            """).query(String.class).list();
    }

    private String exported() {
        return api.post("/v1/exports", House.map("what", "TEAMS", "format", "CSV"))
                .as(tokens.at(township))
                .send()
                .body();
    }

    @Test
    void seatsThePeopleOfAFile() {
        String file = HEADER
                + "39" + VILLAGE + ",书记,虚构甲," + BEGAN + ",,是\n"
                + "39" + VILLAGE + ",村（居）委会主任,虚构甲," + BEGAN + ",,是\n"
                + "39" + VILLAGE + ",DEPUTY_SECRETARY,虚构乙," + BEGAN + ",,no\n";
        long id = sent(township, file);

        assertThat(files.show(township, id).path("applied").asInt()).isEqualTo(3);
        assertThat(seats())
                .containsExactly(
                        "DEPUTY_SECRETARY 虚构乙 " + BEGAN + " - 0",
                        "DIRECTOR 虚构甲 " + BEGAN + " - 1",
                        "SECRETARY 虚构甲 " + BEGAN + " - 1");
        assertThat(jdbc.sql("select count(*) from team_person")
                        .query(Long.class)
                        .single())
                .as("who sits on two posts is one person (一肩挑)")
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from outbox where event_key like 'seat:%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    /** It stops nobody else: no database compares it with codes. */
    @Test
    void aCodeInChineseIsNobodysAndRejectedAlone() {
        long id = sent(
                township, HEADER + "无此代码,书记,虚构甲," + BEGAN + ",,是\n" + "39" + VILLAGE + ",书记,虚构乙," + BEGAN + ",,是\n");

        assertThat(files.show(township, id).path("rejected").asInt()).isEqualTo(1);
        assertThat(seats()).containsExactly("SECRETARY 虚构乙 " + BEGAN + " - 1");
    }

    @Test
    void anExportedFileComesBackCorrectedAndNothingIsThereTwice() {
        house.seat(VILLAGE, "SECRETARY", "虚构甲", BEGAN);
        house.seat(VILLAGE, "MEMBER", "虚构乙", BEGAN);
        String before = exported();
        long unchanged = sent(township, before);
        assertThat(files.show(township, unchanged).path("applied").asInt()).isZero();
        assertThat(files.show(township, unchanged).path("unchanged").asInt()).isEqualTo(2);
        assertThat(files.show(township, unchanged).path("rejected").asInt()).isZero();

        String on = House.today().toString();
        String corrected = before.replace("\"虚构乙\",\"" + BEGAN + "\",\"\"", "\"虚构乙\",\"" + BEGAN + "\",\"" + on + "\"");
        long id = sent(township, corrected);

        assertThat(files.show(township, id).path("applied").asInt()).isEqualTo(1);
        assertThat(seats()).containsExactly("MEMBER 虚构乙 " + BEGAN + " " + on + " 1", "SECRETARY 虚构甲 " + BEGAN + " - 1");
        long again = sent(township, corrected);
        assertThat(files.show(township, again).path("applied").asInt()).isZero();
        assertThat(seats()).hasSize(2);
        String otherwise = before.replace("\"是\"", "\"否\"");
        long told = sent(township, otherwise);
        assertThat(files.rejections(township, told).body()).contains("\"是否专职\"", "先办理离任");
    }

    @Test
    @DisplayName("18.5 the dots of a name and a blank inside it make no second person; the name stays as typed")
    void dotsMakeNoSecondPerson() {
        String file = HEADER
                + "39" + VILLAGE + ",书记,买买提·吐尔逊," + BEGAN + ",,是\n"
                + "39" + VILLAGE + ",村（居）委会主任,买买提 • 吐尔逊," + BEGAN + ",,是\n";

        long id = sent(township, file);

        assertThat(files.show(township, id).path("applied").asInt()).isEqualTo(2);
        assertThat(jdbc.sql("select name from team_person").query(String.class).list())
                .containsExactly("买买提·吐尔逊");
        var team = api.get("/v1/units/" + house.unit(VILLAGE) + "/team")
                .as(tokens.at(township))
                .send();
        assertThat(team.json().path("oneHead").asBoolean()).as(team.toString()).isTrue();
    }

    @ParameterizedTest(name = "18.5 a seat from {0} to {1} lies not in the term")
    @CsvSource({"2173-10-14, '', from", "100000, '', from", "TERM, '', from", "BEGAN, 2098-01-01, to"})
    void aSeatLiesInItsTerm(String from, String to, String field) {
        String first = from.replace("TERM", BEGAN.plusYears(12).toString()).replace("BEGAN", BEGAN.toString());
        sent(township, HEADER + String.join(",", "39" + VILLAGE, "书记", "甲", first, to, "是") + "\n");

        assertThat(jdbc.sql("select field from intake_row").query(String.class).single())
                .isEqualTo(field);
        assertThat(seats()).isEmpty();
    }

    @Test
    void rejectedRowsCanBeCorrectedAndSentAgain() {
        String file = HEADER
                + "39" + VILLAGE + ",书记,虚构甲," + BEGAN + ",,是\n"
                + "39" + VILLAGE + ",书记,虚构乙," + BEGAN + ",,是\n"
                + "39" + VILLAGE + ",球长,虚构丙," + BEGAN + ",,是\n";
        long id = sent(township, file);
        assertThat(files.show(township, id).path("rejected").asInt()).isEqualTo(2);
        String rejected = files.rejections(township, id).body();
        assertThat(rejected).contains("该职务核定 1 名").contains("没有职务 球长").contains("no post 球长");

        long second = sent(township, rejected.replace("\"书记\"", "\"副书记\"").replace("\"球长\"", "\"MEMBER\""));

        assertThat(files.show(township, second).path("applied").asInt()).isEqualTo(2);
        assertThat(seats()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "390101100201, '', 甲, 2026-03-02, 是, intake.missing, postName",
        "390101100201, 书记, '', 2026-03-02, 是, intake.missing, name",
        "390101100201, 书记, 甲, 2026-02-30, 是, intake.not-day, from",
        "390101100201, 书记, 甲, 2026-03-02, 也许, intake.not-yes-or-no, fullTime",
        "390101100201, 书记, =1+1, 2026-03-02, 是, intake.formula, name",
        "390101100201, 书记, 甲, 1999-03-02, 是, team.wrong-day, from",
        "390101100202, 书记, 甲, 2026-03-02, 是, team.no-session, unitCode",
        "390101100, 书记, 甲, 2026-03-02, 是, team.not-superior, unitCode",
        "390201100201, 书记, 甲, 2026-03-02, 是, team.unknown, unitCode",
        "399999, 书记, 甲, 2026-03-02, 是, team.unknown, unitCode",
    })
    void rejectsARowWithItsColumnAndReason(
            String unit, String post, String name, String from, String fullTime, String problem, String field) {
        sent(township, HEADER + String.join(",", unit, post, name, from, "", fullTime) + "\n");

        assertThat(jdbc.sql("select concat(problem, ' ', field) from intake_row")
                        .query(String.class)
                        .single())
                .isEqualTo(problem + " " + field);
        assertThat(seats()).isEmpty();
    }

    @Test
    void aVillageSeatsNobody() {
        long village = house.unit(VILLAGE);
        long id = sent(village, HEADER + "39" + VILLAGE + ",书记,虚构甲," + BEGAN + ",,是\n");

        assertThat(files.show(village, id).path("rejected").asInt()).isEqualTo(1);
        assertThat(seats()).isEmpty();
        assertThat(files.list(house.unit("0201"))).as("another county").isEmpty();
    }
}
