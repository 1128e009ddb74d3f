package cn.dangjian.member.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ExportTest {

    private static final Map<String, Object> MASKED = Map.of("what", "MEMBERS", "format", "CSV");
    private static final Map<String, Object> FULL =
            Map.of("what", "MEMBERS_IN_FULL", "format", "CSV", "purpose", "年度核查");

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

    private JdbcClient jdbc;
    private Persons persons;
    private String number = "";

    @BeforeEach
    void aMember() {
        province.settle();
        jdbc = JdbcClient.create(database);
        persons = new Persons(api, tokens);
        number = Persons.number();
        var body = Persons.fullMember("卷出");
        body.put("number", number);
        body.put("phone", "13000000017");
        body.put("address", "虚构路 1 号");
        Persons.id(persons.register(Province.VILLAGE, body));
    }

    /** Older than the Party is. */
    private void anOldMember() {
        if (jdbc.sql("select id from member where name = '卷老'")
                .query(Long.class)
                .list()
                .isEmpty()) {
            var body = Persons.fullMember("卷老");
            body.put("number", Persons.number("19200504", 7));
            Persons.id(persons.register(Province.VILLAGE, body));
        }
    }

    private Api.Answer as(long unit, Map<String, Object> body) {
        return new Sheets(api, tokens, unit).export(body);
    }

    private int readings() {
        return jdbc.sql("select count(*) from member_reading where what = 'EXPORT'")
                .query(Integer.class)
                .single();
    }

    private static String row(Api.Answer answer, String part) {
        return answer.body().lines().filter(line -> line.contains(part)).reduce("", (a, b) -> b);
    }

    @Test
    void everybodySeesHisSubtreeMasked() {
        int before = readings();

        var roll = as(Province.TOWNSHIP, MASKED);

        assertThat(roll.status()).as(roll.toString()).isEqualTo(200);
        assertThat(row(roll, "卷出"))
                .contains("***17", "正式党员", "农居民党员", "98" + Province.VILLAGE, number.substring(0, 3) + "*")
                .doesNotContain(number, "13000000017", "虚构路");
        assertThat(readings()).isEqualTo(before);
    }

    @Test
    @DisplayName("18.6 a roll that is sent back is unchanged, masked or in full; a corrected row says how to change it")
    void aRollThatIsSentBackIsUnchanged() {
        anOldMember();
        var township = new Sheets(api, tokens, Province.TOWNSHIP);
        for (var body : List.of(MASKED, FULL)) {
            String exported = as(Province.TOWNSHIP, body).body();
            var keyed = new HashMap<String, Object>(body);
            keyed.put("header", "KEYS");
            for (String file : List.of(exported, as(Province.TOWNSHIP, keyed).body())) {
                var done = township.done(file);
                assertThat(done.path("rejected").asInt())
                        .as(township.rejections(done.path("id").asLong()))
                        .isZero();
                assertThat(done.path("unchanged").asInt())
                        .isEqualTo((int) file.lines().count() - 1)
                        .isPositive();
            }
        }

        String roll = as(Province.TOWNSHIP, FULL).body();
        var header = roll.lines().limit(1);
        var mine = roll.lines().filter(line -> line.contains(number)).map(line -> line.replace("卷出", "卷改"));
        var done = township.done(Stream.concat(header, mine).collect(Collectors.joining("\n")));

        assertThat(done.path("rejected").asInt()).isEqualTo(1);
        assertThat(township.rejections(done.path("id").asLong())).contains("\"姓名\"", "更正", "these columns");
        assertThat(as(Province.TOWNSHIP, FULL).body()).contains("卷出").doesNotContain("卷改");
    }

    @ParameterizedTest
    @ValueSource(strings = {"申请入党日期", "转正日期", "进入所在党组织日期"})
    void aRollSaysWhatItDoesNotTake(String column) {
        var township = new Sheets(api, tokens, Province.TOWNSHIP);
        String id = row(as(Province.TOWNSHIP, MASKED), "卷出").split(",", 2)[0].replace("\"", "");

        var done = township.done("档案编号,姓名,公民身份号码,所在党组织代码,起始日期," + column + "\n" + id + ",卷出,,,2012-07-01,2012-07-01\n");

        assertThat(done.path("rejected").asInt()).isEqualTo(1);
        assertThat(township.rejections(done.path("id").asLong())).contains("\"2\",\"" + column + "\"", "此行有档案编号");
    }

    @Test
    void whoeverMayReadNumbersIsWrittenDownForAFullRollThatHeSendsBack() {
        var township = new Sheets(api, tokens, Province.TOWNSHIP);
        String header = as(Province.TOWNSHIP, MASKED).body().lines().findFirst().orElseThrow() + "\n";
        String masked = row(as(Province.TOWNSHIP, MASKED), "卷出");
        String full = row(as(Province.TOWNSHIP, FULL), number);
        int before = readings();

        township.done(header + masked);
        assertThat(readings()).isEqualTo(before);
        township.done(header + full);

        assertThat(readings()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"公民身份号码,NUMBER,WRONG", "联系电话,13000000017,13000000117", "家庭住址,虚构路 1 号,虚构路 2 号"})
    void aRollTellsNobodyWhatHeIsShownMasked(String column, String right, String wrong) {
        var city = new Sheets(api, tokens, Province.CITY);
        String id = row(as(Province.CITY, MASKED), "卷出").split(",", 2)[0].replace("\"", "");
        String other = Persons.number();
        String header = "档案编号,姓名,所在党组织代码,公民身份号码,联系电话,家庭住址\n";
        String before = ",".repeat(List.of("公民身份号码", "联系电话", "家庭住址").indexOf(column) + 2);
        String behind = ",".repeat(4 - before.length()) + "\n";

        var answers = Stream.of(right, wrong)
                .map(said -> said.replace("NUMBER", number).replace("WRONG", other))
                .map(said -> city.done(header + id + ",卷出" + before + said + behind + id + ",卷误" + before + behind))
                .toList();

        var told = answers.stream()
                .map(done -> city.rejections(done.path("id").asLong())
                        .replace(number, "X")
                        .replace(other, "X")
                        .replace(right, "X")
                        .replace(wrong, "X"))
                .toList();
        assertThat(told.getFirst()).isEqualTo(told.getLast()).contains("\"" + column + "\"", "脱敏名册");
        assertThat(told.getFirst().lines().skip(2)).singleElement().asString().contains("姓名");
        assertThat(answers).allSatisfy(done -> {
            assertThat(done.path("unchanged").asInt()).isZero();
            assertThat(done.path("rejected").asInt()).isEqualTo(2);
        });
    }

    @Test
    void nobodyIsShownBeyondTheScope() {
        for (var body : List.of(MASKED, FULL)) {
            var roll = as(Province.OTHER_COUNTY, body);
            assertThat(roll.body()).doesNotContain("卷出", number);
        }
    }

    @Test
    void whoeverHasDiedIsOnNoRoll() {
        long gone = persons.member("卷没");
        persons.post(
                Province.VILLAGE,
                "/v1/members/" + gone + "/events",
                Map.of("what", "DIED", "day", "2026-01-31", "reason", "病故"));

        assertThat(as(Province.TOWNSHIP, MASKED).body()).doesNotContain("卷没");
    }

    @Test
    void inFullOnlyForAPurposeAndWrittenDownOnce() {
        int before = readings();
        var silent = as(Province.TOWNSHIP, Map.of("what", "MEMBERS_IN_FULL", "format", "CSV", "purpose", " "));
        assertThat(silent.problem()).isEqualTo("export.no-purpose");
        assertThat(readings()).isEqualTo(before);

        var roll = as(Province.TOWNSHIP, FULL);

        assertThat(row(roll, "卷出")).contains(number, "13000000017", "虚构路 1 号");
        int people = (int) roll.body().lines().count() - 1;
        assertThat(readings()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select concat_ws('|', many, account, unit_id, purpose) from member_reading order by"
                                + " id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(people + "|" + Province.TOWNSHIP + "|" + Province.TOWNSHIP + "|年度核查");
        Awaitility.await().until(() -> broker.heardOf("member.personal-data-read.v1").stream()
                .peek(event -> EventSchemas.validate("member.personal-data-read.v1", event.toString()))
                .anyMatch(event -> event.at("/data/kind").asString().equals("member-export")
                        && event.at("/data/people").asInt() == people));
    }

    @Test
    void aFileThatCannotBeWrittenDownIsNotGivenOut() {
        jdbc.sql("""
            create trigger no_readings before insert on member_reading for each row
            begin signal sqlstate '45000'; end\
            """).update();
        try {
            var roll = as(Province.TOWNSHIP, FULL);

            assertThat(roll.status()).isGreaterThanOrEqualTo(500);
            assertThat(roll.body()).doesNotContain(number);
        } finally {
            jdbc.sql("drop trigger no_readings").update();
        }
    }

    @Test
    void aPostThatMayNotReadNumbersGetsNoFile() {
        assertThat(as(Province.CITY, FULL).problem()).isEqualTo("member.not-reader");
    }

    @Test
    void aLargeUnitIsOnTheRollOnceInManyPages() {
        var rows = new StringBuilder(Sheets.HEADER);
        for (int i = 0; i < 4100; i++) {
            rows.append(Sheets.row(
                    "卷页" + i,
                    Persons.number((1935 + i / 1000) + "0202", i),
                    "98" + (i < 4050 ? Province.SECOND_VILLAGE : 11122)));
        }
        new Sheets(api, tokens, Province.COUNTY).done(rows.toString());

        var names = new Sheets(api, tokens, Province.COUNTY)
                .export(MASKED)
                .body()
                .lines()
                .filter(line -> line.contains("卷页"))
                .toList();

        assertThat(names).hasSize(4100).doesNotHaveDuplicates();
    }
}
