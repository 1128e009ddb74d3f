package cn.dangjian.organization.files.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.organization.register.entry.Branches;
import cn.dangjian.organization.register.entry.Desk;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export.Line;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ExportApiTest {

    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RegisterPageQueries queries;

    House house;
    Desk desk;
    Branches branches;

    @BeforeEach
    void tree() {
        house = new House("51", api, tokens, jdbc);
        desk = new Desk(api, tokens);
        branches = new Branches(jdbc);
        for (String table : List.of(
                "register_unit", "register_state", "register_link", "team_term_change", "team_seat", "team_session")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @AfterEach
    void forget() {
        branches.forget();
    }

    private Api.Answer export(String who, Object... body) {
        return api.post("/v1/exports", House.map(body))
                .as(tokens.at(house.unit(who)))
                .send();
    }

    private List<String> csv(String who, String what) {
        var answer = export(who, "what", what, "format", "CSV", "header", "KEYS");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().substring(1).lines().toList();
    }

    @Test
    void exportsTheUnitsOfTheCallersSubtreeInItsOrder() {
        var rows = csv("0101100", "UNITS");

        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst())
                .isEqualTo(
                        "\"code\",\"name\",\"title\",\"tier\",\"kind\",\"domain\",\"parentCode\",\"parentName\",\"validFrom\",\"until\"");
        assertThat(rows.get(1)).startsWith("\"510101100\",\"示范0101100镇\",").contains("\"510101\",\"示范0101县\"");
        assertThat(rows.subList(2, 5))
                .extracting(row -> row.substring(1, 13))
                .containsExactly("510101100201", "510101100202", "510101100203");
        assertThat(csv("", "UNITS")).hasSize(18);
        assertThat(csv("0201", "UNITS")).noneMatch(row -> row.contains("\"510101"));
    }

    @Test
    void saysWhatFileItIs() {
        var answer = export("0101", "what", "UNITS", "format", "CSV");

        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains(House.today() + ".csv")
                .doesNotContain("\n");
        assertThat(answer.header("Content-Length")).isNotNull();
        assertThat(answer.body()).startsWith("\uFEFF\"代码\",\"名称\"");
        var excel = export("0101", "what", "UNITS", "format", "XLSX");
        assertThat(excel.status()).isEqualTo(200);
        assertThat(excel.header("Content-Type")).contains("spreadsheetml");
        assertThat(excel.body()).startsWith("PK");
    }

    @Test
    void exportsTheUnitsOfADay() {
        var before = export(
                "0101",
                "what",
                "UNITS",
                "format",
                "CSV",
                "asOf",
                House.today().minusYears(80).toString());

        assertThat(before.status()).as(before.toString()).isEqualTo(200);
        assertThat(before.body().lines()).as("nothing had been imported then").hasSize(1);
        assertThat(export(
                                "0101",
                                "what",
                                "UNITS",
                                "format",
                                "CSV",
                                "asOf",
                                House.today().toString())
                        .body()
                        .lines())
                .hasSize(csv("0101", "UNITS").size());
    }

    @Test
    void exportsTheRegisterWithoutAnythingThatRuns() {
        long village = house.unit(VILLAGE);
        var facts = Desk.facts(village, "SCHOOL", 3);
        facts.put("name", "=HYPERLINK(\"http://example.invalid\")");
        long id = desk.send(house.unit("0101100"), "", facts).json().path("id").asLong();
        desk.cover(house.unit("0101100"), id, branches.below(village, "BRANCH"), "SINGLE", Desk.TODAY);
        desk.enter(house.unit("0101100"), house.unit("0101100"), "HOSPITAL", 0);

        var rows = csv("0101", "REGISTER");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).contains("\"HOSPITAL\",\"10\",\"0\",\"510101100\"");
        assertThat(rows.get(2))
                .startsWith("\"'=HYPERLINK(\"\"http")
                .contains("\"SCHOOL\",\"13\",\"3\",\"510101100201\"", "\"SINGLE\",\"" + Desk.TODAY + "\"");
        assertThat(csv("0201", "REGISTER")).as("another county").hasSize(1);
    }

    @Test
    void goesOnWhereAPageEnds() {
        fourThousandFiveHundred();

        var rows = csv("01", "REGISTER");

        assertThat(rows).hasSize(4501).doesNotHaveDuplicates();
        assertThat(csv("0121", "REGISTER")).hasSize(1501);
    }

    /** Three thousand in one village, the others in another. */
    private void fourThousandFiveHundred() {
        jdbc.sql("""
            insert into register_unit (id, registered_on, version)
            with recursive n (n) as (select 1 union all select n + 1 from n where n < 900)
            select 900000 + n.n + 900 * (m.n - 1), '2026-01-01', 1 from n join n m on m.n <= 5\
            """).update();
        jdbc.sql("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            select id, '2026-01-01', '9999-12-31', case when id <= 903000 then :one else :other end,
                   concat('虚构', id), 'SCHOOL', 1, 1, 'x', utc_timestamp(6) from register_unit where id > 900000\
            """)
                .param("one", house.unit(VILLAGE))
                .param("other", house.unit("0121200201"))
                .update();
    }

    @Test
    void losesAndRepeatsNothingWhileRowsAreAdded() {
        fourThousandFiveHundred();
        var scope = Scope.subtree(jdbc.sql("select path from unit where id = :id")
                .param("id", house.unit(""))
                .query(String.class)
                .single());
        var read = new ArrayList<Long>();
        int pages = 0;
        for (var after = Line.START; ; pages++) {
            var page = queries.list(House.today(), after, scope);
            if (page.isEmpty()) break;
            page.forEach(line -> read.add(line.id()));
            after = page.getLast();
            if (pages >= 3) continue;
            for (var village : List.of("0101100201", "0101100202", "0121200201", "0201100201"))
                desk.enter(house.unit(""), house.unit(village), "SCHOOL", 1);
        }

        assertThat(pages).isGreaterThan(2);
        assertThat(read)
                .doesNotHaveDuplicates()
                .containsAll(LongStream.rangeClosed(900_001, 904_500).boxed().toList());
        assertThat(read.size()).as("some of those added while it was read").isGreaterThan(4500);
    }

    @Test
    void exportsTeams() {
        var began = House.today().minusYears(1);
        house.begin(VILLAGE, 11, began);
        house.seat(VILLAGE, "SECRETARY", "@虚构甲", began);

        var rows = csv("0101", "TEAMS");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .startsWith("\"510101100201\",\"示范0101100201村\",\"11\",")
                .contains("\"SECRETARY\",\"书记\",\"'@虚构甲\",\"" + began + "\",\"\",\"是\"");
        assertThat(csv("0201", "TEAMS")).as("another county").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"what\":\"UNITS\"}', 400, body.invalid",
        "'{\"what\":\"GALAXY\",\"format\":\"CSV\"}', 400, body.wrong-type",
        "'{\"what\":\"UNITS\",\"format\":\"PDF\"}', 400, body.wrong-type",
        "'{\"what\":\"UNITS\",\"format\":\"CSV\",\"asOf\":\"2999-01-01\"}', 422, export.future",
        "'{\"what\":\"TEAMS\",\"format\":\"CSV\",\"asOf\":\"2026-01-01\"}', 422, export.no-day",
        "'{\"what\":\"UNITS\",\"format\":\"CSV\",\"file\":\"../x\"}', 400, body.unknown-field",
    })
    void refusesABadRequest(String body, int status, String problem) {
        var answer =
                api.post("/v1/exports", body).as(tokens.at(house.unit("0101"))).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void needsATokenWithAPostAtAUnitThatExists() {
        var body = House.map("what", "UNITS", "format", "CSV");

        assertThat(api.post("/v1/exports", body).send().status()).isEqualTo(401);
        assertThat(api.post("/v1/exports", body).as(tokens.withoutPost()).send().status())
                .isEqualTo(403);
        assertThat(api.post("/v1/exports", body)
                        .as(tokens.at(987_654_321))
                        .send()
                        .problem())
                .isEqualTo("caller.unit-unknown");
    }
}
