package cn.dangjian.member.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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
class ImportTest {

    /** The codes of Province.VILLAGE, of a village of another county, and of a county. */
    private static final String VILLAGE = "98" + Province.VILLAGE;

    private static final String OTHER_VILLAGE = "98" + Province.OTHER_VILLAGE;
    private static final String COUNTY = "98" + Province.COUNTY;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    DataSource database;

    private Persons persons;
    private Sheets township;
    private JdbcClient jdbc;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        township = new Sheets(api, tokens, Province.TOWNSHIP);
        jdbc = JdbcClient.create(database);
        for (String table : List.of("intake", "intake_row"))
            jdbc.sql("delete from " + table).update();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private List<Long> named(String name) {
        return jdbc.sql("select id from member where name = ?")
                .param(name)
                .query(Long.class)
                .list();
    }

    @Test
    void opensFilesAsIfEachHadBeenWrittenDownByItself() {
        String number = Persons.number();

        var done = township.done(Sheets.HEADER + Sheets.row("成独", number, VILLAGE));

        assertThat(done.path("applied").asInt()).isEqualTo(1);
        var file = persons.file(Province.VILLAGE, named("成独").getFirst()).json();
        assertThat(file.at("/member/status").asString()).isEqualTo("FULL");
        assertThat(file.at("/member/unit").asLong()).isEqualTo(Province.VILLAGE);
        assertThat(file.at("/member/memberClass").asString()).isEqualTo("RURAL");
        assertThat(file.at("/member/ethnicity").asString()).isEqualTo("01");
        assertThat(file.at("/member/since").asString()).isEqualTo("2012-07-01");
        assertThat(file.path("phone").asString()).isEqualTo("***17");
        assertThat(file.path("contradictions")).isEmpty();
        assertThat(jdbc.sql("select distinct subject from member_event where member_id = ?")
                        .param(named("成独").getFirst())
                        .query(String.class)
                        .list())
                .containsExactly("account:" + Province.TOWNSHIP);
    }

    @ParameterizedTest
    @CsvSource({
        "'成连,NUMBER,CODE,,,,,,,', 申请入党日期, 此列必须填写",
        "',NUMBER,CODE,2009-03-01,,,,,,', 姓名, 此列必须填写",
        "'成连,1.10101E+17,CODE,2009-03-01,,,,,,', 公民身份号码, 文本",
        "'成连,78000019900230001X,CODE,2009-03-01,,,,,,', 公民身份号码, 日历上不存在",
        "'成连,780000199003020011,CODE,2009-03-01,,,,,,', 公民身份号码, 校验码不对",
        "'成连,NUMBER,CODE,2009-03-01,,,,,,1380', 联系电话, 5 至 20 位",
        "'成连,NUMBER,CODE,2009-03-01,,,,,,1.38E+20', 联系电话, 文本",
        "'成连,NUMBER,CODE,2009-03-01,,,,,火星,', 民族, 民族 的代码不在代码表中",
        "'成连,NUMBER,CODE,2009-03-01,,,大款,,,', 党员类别, 党员类别 的代码不在代码表中",
        "'成连,NUMBER,CODE,2009-03-01,,,,未知,,', 性别, 所示的不同",
        "'成连,NUMBER,CODE,2090-03-01,,,,,,', 申请入党日期, 申请入党日期 晚于今天",
        "'成连,NUMBER,CODE,2009-03-01,2009-02-30,,,,,', 接收为预备党员日期, “接收为预备党员日期”不是日期",
        "'成连,NUMBER,9999999,2009-03-01,,,,,,', 所在党组织代码, 不在您的管理范围内",
        "'成连,NUMBER,OTHER,2009-03-01,,,,,,', 所在党组织代码, 不在您的管理范围内",
    })
    void saysOfEachRowWhichColumnIsWrongAndWhy(String row, String column, String reason) {
        long files = count("member");
        String file =
                row.replace("NUMBER", Persons.number()).replace("CODE", VILLAGE).replace("OTHER", OTHER_VILLAGE);

        long id = township.done(Sheets.HEADER + file + "\n").path("id").asLong();

        assertThat(township.rejections(id).lines().skip(1))
                .singleElement()
                .asString()
                .contains("\"2\",\"" + column + "\",\"")
                .contains(reason);
        assertThat(count("member")).isEqualTo(files);
        assertThat(jdbc.sql("select coalesce(value, '') from intake_row")
                        .query(String.class)
                        .single())
                .doesNotContain("成连", "1380", "1.38", "780000", "2009-02-30");
    }

    @ParameterizedTest
    @CsvSource({
        "身份, 正式党员, 此人是预备党员",
        "出生日期, 1888-08-08, 不在",
        "出生日期, 1908-08-08, 所示的不同",
        "起始日期, 2012-07-01, 进入所在党组织日期",
    })
    void whatItDoesNotTakeOfANewRowItDoesNotPassOver(String column, String said, String reason) {
        long files = count("member");
        String header = "姓名,公民身份号码,所在党组织代码,申请入党日期,接收为预备党员日期," + column + "\n";
        String start = "成连," + Persons.number() + "," + VILLAGE + ",2009-03-01,2011-07-01,";

        long id = township.done(header + start + said + "\n").path("id").asLong();

        assertThat(township.rejections(id).lines().skip(1))
                .singleElement()
                .asString()
                .contains("\"2\",\"" + column + "\",\"")
                .contains(reason);
        assertThat(count("member")).isEqualTo(files);
    }

    @Test
    void takesARowWhoseStatusAndBirthDayAreRight() {
        String header = "姓名,公民身份号码,所在党组织代码,申请入党日期,接收为预备党员日期,身份,出生日期\n";
        String number = Persons.number();

        var done = township.done(header + "成符," + number + "," + VILLAGE + ",2009-03-01,2011-07-01,预备党员,"
                + number.substring(6, 14) + "\n");

        assertThat(done.path("applied").asInt())
                .as(township.rejections(done.path("id").asLong()))
                .isEqualTo(1);
    }

    @Test
    void nobodyBelongsToACounty() {
        var county = new Sheets(api, tokens, Province.COUNTY);

        long id =
                county.done(Sheets.HEADER + Sheets.row("成连", COUNTY)).path("id").asLong();

        assertThat(county.rejections(id)).contains("正式组织关系只能落在党支部");
    }

    @Test
    void oneNumberHasOneFileInWhatTheSenderSees() {
        String number = Persons.number();
        String legacy = number.substring(0, 6) + number.substring(8, 17);
        var first =
                township.done(Sheets.HEADER + Sheets.row("俞伯", number, VILLAGE) + Sheets.row("俞仲", number, VILLAGE));
        long other = new Sheets(api, tokens, Province.OTHER_COUNTY)
                .done(Sheets.HEADER + Sheets.row("俞叔", number, OTHER_VILLAGE))
                .path("applied")
                .asLong();
        long again = township.done(Sheets.HEADER + Sheets.row("俞季", legacy, VILLAGE))
                .path("id")
                .asLong();

        assertThat(first.path("applied").asInt()).isEqualTo(1);
        assertThat(township.rejections(first.path("id").asLong())).contains("与第 2 行相同", "俞仲");
        // no file tells whether a number is known elsewhere
        assertThat(other).isEqualTo(1);
        assertThat(township.rejections(again)).contains("编号 " + named("俞伯").getFirst());
    }

    @Test
    void aFileThatWasCorrectedIsSentAgain() {
        String wrong =
                "成连,NUMBER,CODE,昨天,,,,,,\n".replace("NUMBER", Persons.number()).replace("CODE", VILLAGE);
        long id = township.done(Sheets.HEADER + wrong).path("id").asLong();

        var done = township.done(township.rejections(id).replace("昨天", "2009-03-01"));

        assertThat(done.path("applied").asInt()).isEqualTo(1);
    }

    @Test
    void nothingOfPeopleLiesInTheClearOrInALog(CapturedOutput output) {
        String number = Persons.number();
        long id = township.done(Sheets.HEADER + Sheets.row("金丝雀", number, VILLAGE) + "金丝雀," + number.substring(1) + ","
                        + VILLAGE + ",2009-03-01,,,,,,13000000017\n")
                .path("id")
                .asLong();

        assertThat(count("intake_row where cells is not null or seal_key is null"))
                .isZero();
        assertThat(jdbc.sql("select data from outbox").query(String.class).list())
                .noneMatch(event -> event.contains("金丝雀") || event.contains(number));
        assertThat(output.getAll()).doesNotContain("金丝雀", number, "13000000017");
        var county = api.get("/v1/intakes/" + id + "/rejections")
                .as(tokens.at(Province.COUNTY))
                .send();
        assertThat(county.problem()).isEqualTo("intake.not-sender");
        assertThat(county.body()).doesNotContain("金丝雀");
        assertThat(new Sheets(api, tokens, Province.OTHER_COUNTY)
                        .get("/v1/intakes/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anotherWorkerGoesOnWhereADeadOneHasStopped() {
        long before = count("member");
        String rows = IntStream.range(0, 2500)
                .mapToObj(i -> Sheets.row("阿续", Persons.number((1930 + i / 1000) + "0101", i), VILLAGE))
                .collect(Collectors.joining());
        jdbc.sql("""
            create trigger no_more_members before insert on member for each row
            begin if (select count(*) from member where name = '阿续') >= 1500 then signal sqlstate '45000'; end if; end\
            """).update();
        long id;
        try {
            id = township.send(Sheets.HEADER + rows);
            township.state(id, "FAILED");
        } finally {
            jdbc.sql("drop trigger no_more_members").update();
        }
        // the first slice is there as a whole, and nothing of the second
        assertThat(named("阿续")).hasSize(1000);
        assertThat(count("standing s left join member m on m.id = s.member_id where m.id is null"))
                .isZero();

        jdbc.sql("""
            update intake set state = 'APPLYING', lease = 'of-a-dead-process', finished_at = null,
                   leased_until = timestampadd(second, -1, utc_timestamp(6)) where id = :id\
            """).param("id", id).update();
        var done = township.state(id, "DONE");

        assertThat(done.path("applied").asInt()).isEqualTo(2500);
        assertThat(done.path("rejected").asInt()).isZero();
        assertThat(count("member")).isEqualTo(before + 2500);
        assertThat(jdbc.sql("select count(distinct number_index) from member where name = '阿续'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2500);
        assertThat(count("member_event e join member m on m.id = e.member_id where m.name = '阿续'"))
                .isEqualTo(2500 * 5);
        // they go after the file is done
        await().untilAsserted(() -> assertThat(count("intake_row")).isZero());
    }
}
