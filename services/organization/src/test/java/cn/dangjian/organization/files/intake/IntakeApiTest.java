package cn.dangjian.organization.files.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.register.code.CreditCodes;
import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class IntakeApiTest {

    private static final String HEADER = "name,creditCode,type,employees,members,placeCode,on\n";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    Files files;
    Divisions divisions;

    @BeforeEach
    void tree() {
        divisions = new Divisions("52", api, tokens, jdbc);
        divisions.settle();
        files = new Files(api, tokens, environment);
        for (String table : List.of("register_unit", "register_state", "intake", "intake_row")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private long stored() {
        return jdbc.sql("""
            select (select count(*) from register_unit) + (select count(*) from intake)
                 + (select count(*) from intake_row)\
            """).query(Long.class).single();
    }

    @Test
    void entersTheUnitsOfAFile() {
        String file = "\uFEFF起始日期,单位名称,统一社会信用代码,单位类型,从业人数,党员人数,所在地代码\r\n"
                + "2026-03-02,虚构学校," + CreditCodes.number(4_000_001) + ",SCHOOL,10,3,520101100201\r\n"
                + "2026/3/2,虚构医院,,HOSPITAL,0,0,520101100\r\n";
        var answer = files.send(divisions.unit("0101"), "text/csv", file.getBytes(UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith("/" + Files.id(answer));
        var done = files.done(divisions.unit("0101"), Files.id(answer));
        assertThat(done.path("rowsRead").asInt()).isEqualTo(2);
        assertThat(done.path("applied").asInt()).isEqualTo(2);
        assertThat(done.path("rejected").asInt()).isZero();
        assertThat(jdbc.sql("""
            select concat(s.name, ' ', s.members, ' ', u.code, ' ', s.valid_from, ' ', s.subject)
              from register_state s join unit u on u.id = s.place_id order by s.name desc\
            """).query(String.class).list())
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row).startsWith("虚构学校 3 520101100201 2026-03-02 account:"),
                        row -> assertThat(row).startsWith("虚构医院 0 520101100 2026-03-02 account:"));
    }

    @Test
    void readsAnExcelFileAndTheDaysAsExcelCountsThem() throws Exception {
        byte[] file = Workbooks.of(
                Format.XLSX,
                List.of(
                        List.of("name", "type", "employees", "members", "placeCode", "on"),
                        List.of("虚构企业", "PRIVATE_ENTERPRISE", "12", "0", "520101100201", "46083")));
        var answer = files.send(divisions.unit("0101100"), Files.XLSX, file);

        files.done(divisions.unit("0101100"), Files.id(answer));
        assertThat(jdbc.sql("select cast(valid_from as char) from register_state")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-03-02");
    }

    @Test
    void rejectedRowsCanBeCorrectedAndSentAgain() {
        long county = divisions.unit("0101");
        String taken = CreditCodes.number(4_000_002);
        String file = HEADER + "虚构甲,%s,SCHOOL,1,1,520101100201,2026-03-02\n".formatted(taken)
                + "虚构乙,%s,SCHOOL,1,1,520101100201,2026-03-02\n".formatted(taken)
                + "虚构丙,,SCHOOL,1,1,520201100201,2026-03-02\n"
                + "虚构丁,,SCHOOL,many,1,520101100201,2026-03-02\n"
                + "=1+1,,SCHOOL,1,1,520101100201,2026-03-02\n";
        long id = Files.id(files.send(county, "text/csv", file.getBytes(UTF_8)));
        var done = files.done(county, id);

        assertThat(done.path("applied").asInt()).isEqualTo(1);
        assertThat(done.path("rejected").asInt()).isEqualTo(4);
        String rejected = files.rejections(county, id).body();
        assertThat(rejected.lines())
                .hasSize(5)
                .anyMatch(row -> row.contains("\"虚构乙\"") && row.contains("\"3\",\"统一社会信用代码\",\"代码 " + taken))
                .anyMatch(row -> row.contains("\"虚构丙\"") && row.contains("\"所在地代码\"") && row.contains("不在您的管理范围内"))
                .anyMatch(row -> row.contains("\"虚构丁\"") && row.contains("is not a whole number"))
                .anyMatch(row -> row.startsWith("\"'=1+1\""));

        String corrected = rejected.replace(taken, "")
                .replace("520201100201", "520101100202")
                .replace("\"many\"", "\"7\"")
                .replace("'=1+1", "虚构戊");
        long second = Files.id(files.send(county, "text/csv", corrected.getBytes(UTF_8)));
        assertThat(files.done(county, second).path("applied").asInt()).isEqualTo(4);
        assertThat(files.rejections(county, second).body().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', SCHOOL, 1, 1, 520101100201, 2026-03-02, intake.missing, name",
        "甲, '', 1, 1, 520101100201, 2026-03-02, intake.missing, type",
        "甲, GALAXY, 1, 1, 520101100201, 2026-03-02, register.type-unknown, type",
        "甲, SCHOOL, -1, 1, 520101100201, 2026-03-02, intake.not-number, employees",
        "甲, SCHOOL, 1, 10000001, 520101100201, 2026-03-02, intake.not-number, members",
        "甲, SCHOOL, 1, '', 520101100201, 2026-03-02, intake.missing, members",
        "甲, SCHOOL, 1, 1, 5201, 2026-03-02, register.place-unknown, placeCode",
        "甲, SCHOOL, 1, 1, 520101, 2026-03-02, register.place-unfit, placeCode",
        "甲, SCHOOL, 1, 1, 520101100201, 2090-01-01, register.future, on",
        "甲, SCHOOL, 1, 1, 520101100201, 2026-02-30, intake.not-day, on",
        "甲, SCHOOL, 1, 1, 520101100201, 昨天, intake.not-day, on",
        "甲, SCHOOL, 10, 12, 520101100201, 2026-03-02, register.more-members, members",
        "甲, SCHOOL, TRUE, 1, 520101100201, 2026-03-02, intake.not-number, employees",
        "#N/A, SCHOOL, 1, 1, 520101100201, 2026-03-02, intake.error-value, name",
        "甲, SCHOOL, 1, 1, 520101100201, 12345, intake.day-implausible, on",
        "甲, SCHOOL, 1, 1, 520101100201, 0001-01-01, intake.day-implausible, on",
        "甲, SCHOOL, 1, 1, 5.2010110020E+11, 2026-03-02, intake.number-lost, placeCode",
    })
    void rejectsARowWithItsColumnAndReason(
            String name,
            String type,
            String employees,
            String members,
            String place,
            String on,
            String problem,
            String field) {
        long county = divisions.unit("0101");
        String row = String.join(",", name, "", type, employees, members, place, on) + "\n";
        long id = Files.id(files.send(county, "text/csv", (HEADER + row).getBytes(UTF_8)));

        assertThat(files.done(county, id).path("rejected").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select concat(problem, ' ', field) from intake_row")
                        .query(String.class)
                        .single())
                .isEqualTo(problem + " " + field);
        assertThat(jdbc.sql("select count(*) from register_unit")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    static Stream<Arguments> badFiles() {
        String good = "虚构甲,,SCHOOL,1,1,520101100201,2026-03-02\n";
        return Stream.of(
                Arguments.of("text/csv", new byte[0], 422, "intake.empty"),
                Arguments.of("text/csv", HEADER.getBytes(UTF_8), 422, "intake.empty"),
                Arguments.of("application/pdf", good.getBytes(UTF_8), 415, "intake.format"),
                Arguments.of(
                        "text/csv", (HEADER + good).replace("name", "x").getBytes(UTF_8), 422, "intake.column-unknown"),
                Arguments.of(
                        "text/csv", (HEADER + good).replace("name,", "").getBytes(UTF_8), 422, "intake.column-missing"),
                Arguments.of("text/csv", ("name," + HEADER + good).getBytes(UTF_8), 422, "intake.column-twice"),
                Arguments.of("text/csv", (HEADER + good).getBytes(Charset.forName("GBK")), 202, null),
                Arguments.of("text/csv", (HEADER + good + "\"x").getBytes(UTF_8), 202, null),
                Arguments.of("text/csv", (HEADER + good + "a\u0000").getBytes(UTF_8), 202, null),
                Arguments.of("text/csv", ",".repeat(1_000_000).getBytes(UTF_8), 422, "sheet.malformed"),
                Arguments.of(Files.XLSX, good.getBytes(UTF_8), 422, "intake.column-unknown"),
                Arguments.of(Files.XLSX, ("<html>" + good).getBytes(UTF_8), 422, "sheet.other-format"),
                Arguments.of("text/csv", ("单位台账\n" + HEADER + good).getBytes(UTF_8), 422, "intake.header-below"),
                Arguments.of(
                        Files.XLSX,
                        Workbooks.zip(
                                "xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(6 << 20), Workbooks.SHEET, "<a/>"),
                        422,
                        "sheet.too-large-inside"),
                Arguments.of(Files.XLSX, Workbooks.zip("../../x", "x"), 422, "sheet.unsafe"),
                Arguments.of(Files.XLSX, Workbooks.sheet("<!DOCTYPE a SYSTEM \"http://x\">"), 422, "sheet.unsafe"),
                Arguments.of(
                        Files.XLSX, Workbooks.sheet("<row><c r=\"ZZZZZZ1\"/></row>"), 422, "sheet.too-many-columns"),
                Arguments.of(Files.XLSX, Workbooks.sheet("<row><c><f>1</f></c></row>"), 422, "sheet.formula"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesAFileThatIsNotWhatItShouldBe(String type, byte[] file, int status, String problem) {
        var answer = files.send(divisions.unit("0101"), type, file);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        if (status != 202) assertThat(stored()).isZero();
        else files.done(divisions.unit("0101"), Files.id(answer));
    }

    @Test
    void aFileSentTwiceIsOne() {
        byte[] file = (HEADER + "虚构甲,,SCHOOL,1,1,520101100201,2026-03-02\n").getBytes(UTF_8);
        byte[] other = (HEADER + "虚构乙,,SCHOOL,1,1,520101100201,2026-03-02\n").getBytes(UTF_8);
        String key = UUID.randomUUID().toString();
        long county = divisions.unit("0101");
        var first = files.send(county, "text/csv", file, key);

        assertThat(files.send(county, "text/csv", file, key).body()).isEqualTo(first.body());
        assertThat(files.send(county, "text/csv", other, key).problem()).isEqualTo("idempotency.other-payload");
        assertThat(files.send(county, "text/csv", file, null).problem()).isEqualTo("idempotency.missing");
        files.done(county, Files.id(first));
        assertThat(jdbc.sql("select count(*) from register_unit")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aUnitWithoutACodeThatIsThereIsNotEnteredAgain() {
        long county = divisions.unit("0101");
        String one = "虚构甲,,学校,1,1,520101100201,2026-03-02\n";
        String file = HEADER + one + one + one.replace("甲", "乙") + one.replace("学校", "医院");
        long first = Files.id(files.send(county, "text/csv", file.getBytes(UTF_8)));
        assertThat(files.done(county, first).path("applied").asInt()).isEqualTo(3);
        assertThat(files.rejections(county, first).body()).contains("\"3\",\"单位名称\",\"“虚构甲”", "already");

        String more = file + one.replace("03-02", "03-03") + one.replace("100201", "100202");
        long second = Files.id(files.send(county, "text/csv", more.getBytes(UTF_8)));

        assertThat(files.done(county, second).path("applied").asInt()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from register_unit")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    private byte[] exported(String format, String header) throws Exception {
        var answer = files.exported(
                divisions.unit("0101"),
                "{\"what\":\"REGISTER\",\"format\":\"" + format + "\",\"header\":\"" + header + "\"}");
        assertThat(answer).isNotEmpty();
        return answer;
    }

    @Test
    @DisplayName("18.6 an export of the register that is sent back is unchanged, in each format")
    void anExportThatIsSentBackIsUnchanged() throws Exception {
        long county = divisions.unit("0101");
        String file = HEADER
                + "虚构甲,%s,SCHOOL,10,3,520101100201,2026-03-02\n".formatted(CreditCodes.number(4_000_031))
                + "虚构乙,,HOSPITAL,5,0,520101100,2026-03-03\n";
        files.done(county, Files.id(files.send(county, "text/csv", file.getBytes(UTF_8))));

        for (String format : List.of("CSV", "XLSX")) {
            for (String header : List.of("TITLES", "KEYS")) {
                long id = Files.id(files.send(county, "application/vnd.ms-excel", exported(format, header)));
                var done = files.done(county, id);
                assertThat(done.path("unchanged").asInt()).as(done.toString()).isEqualTo(2);
                assertThat(done.path("rejected").asInt() + done.path("applied").asInt())
                        .isZero();
            }
        }
        assertThat(jdbc.sql("select count(*) from register_state")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("18.6 a corrected row says what differs and how it is changed")
    void aCorrectedRowSaysHowToChangeIt() throws Exception {
        long county = divisions.unit("0101");
        String file = HEADER
                + "虚构甲,%s,SCHOOL,10,3,520101100201,2026-03-02\n".formatted(CreditCodes.number(4_000_032))
                + "虚构乙,,HOSPITAL,10,0,520101100,2026-03-03\n";
        files.done(county, Files.id(files.send(county, "text/csv", file.getBytes(UTF_8))));
        String corrected = new String(exported("CSV", "TITLES"), UTF_8).replace("\"10\"", "\"25\"");

        long id = Files.id(files.send(county, "text/csv", corrected.getBytes(UTF_8)));

        assertThat(files.done(county, id).path("rejected").asInt()).isEqualTo(2);
        assertThat(files.rejections(county, id).body().lines().skip(1))
                .allMatch(row -> row.contains("\"从业人数\"") && row.contains("从业人数 10 → 25") && row.contains("变更"));
        // whoever does not see the unit is told that the code is taken, and nothing of it
        String elsewhere =
                HEADER + "虚构丙,%s,SCHOOL,25,3,520201100201,2026-03-02\n".formatted(CreditCodes.number(4_000_032));
        long other = divisions.unit("0201");
        long told = Files.id(files.send(other, "text/csv", elsewhere.getBytes(UTF_8)));
        files.done(other, told);
        assertThat(files.rejections(other, told).body()).contains("已属于台账中另一个单位").doesNotContain("虚构甲", "→");
    }

    @Test
    @DisplayName("18.1 the answer over HTTP says which sheet was read")
    void saysWhichSheetWasRead() throws Exception {
        byte[] file = Workbooks.of(
                Format.XLSX,
                List.of(
                        List.of("单位名称", "单位类型", "从业人数", "党员人数", "所在地代码", "起始 日期"),
                        List.of("虚构企业", "非公", "12", "0", "５２０101100201", "2026年3月2日")));
        var answer = files.send(divisions.unit("0101100"), "text/csv", file);

        assertThat(answer.json().path("sheet").asString()).as(answer.toString()).isEqualTo("1");
        var done = files.done(divisions.unit("0101100"), Files.id(answer));
        assertThat(done.path("sheet").asString()).isEqualTo("1");
        assertThat(done.path("applied").asInt()).isEqualTo(1);
    }

    @Test
    void whoMayNotKeepTheRegisterEntersNothing() {
        byte[] file = (HEADER + "虚构甲,,SCHOOL,1,1,520101100201,2026-03-02\n").getBytes(UTF_8);
        long village = divisions.unit("0101100201");
        long id = Files.id(files.send(village, "text/csv", file));

        assertThat(files.done(village, id).path("rejected").asInt()).isEqualTo(1);
        assertThat(files.rejections(village, id).body()).contains("单位台账由乡镇（街道）以上党委维护");
    }

    @Test
    void anotherCountySeesNothing() {
        byte[] file = (HEADER + "虚构甲,,SCHOOL,x,1,520101100201,2026-03-02\n").getBytes(UTF_8);
        long id = Files.id(files.send(divisions.unit("0101100"), "text/csv", file));
        files.done(divisions.unit("0101"), id);
        long other = divisions.unit("0201");

        for (String path : List.of("/v1/intakes/" + id, "/v1/intakes/" + id + "/rejections")) {
            assertThat(api.get(path).as(tokens.at(other)).send().problem()).isEqualTo("intake.unknown");
            assertThat(api.get(path).send().status()).isEqualTo(401);
        }
        String again = "/v1/intakes/" + id + "/resumption";
        assertThat(api.post(again).as(tokens.at(other)).send().problem()).isEqualTo("intake.unknown");
        assertThat(api.post(again).send().status()).isEqualTo(401);
        assertThat(api.post(again).as(tokens.at(divisions.unit("0101"))).send().problem())
                .isEqualTo("intake.not-failed");
        assertThat(files.list(other)).isEmpty();
        assertThat(files.list(divisions.unit("0101"))).hasSize(1);
        assertThat(api.get("/v1/intakes").send().status()).isEqualTo(401);
        assertThat(api.post("/v1/intakes?what=REGISTER", "x").key().send().status())
                .isEqualTo(401);
    }
}
