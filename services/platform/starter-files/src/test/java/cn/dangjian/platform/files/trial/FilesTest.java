package cn.dangjian.platform.files.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
class FilesTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoteForm form;

    Clerk clerk;
    Clerk other;

    @BeforeEach
    void aProvince() {
        province.settle();
        form.broken.set(false);
        for (String table : List.of("note", "intake", "intake_row", "upload", "upload_chunk"))
            jdbc.sql("delete from " + table).update();
        clerk = new Clerk(api, tokens, Province.TOWNSHIP);
        other = new Clerk(api, tokens, Province.OTHER_TOWNSHIP);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "甲" + i + "\n").collect(Collectors.joining());
    }

    @Test
    void takesABodyAndGivesBackWhatItRejected() {
        var done = clerk.state(clerk.send("内容,日期\n甲,2026-03-02\n乙,昨天\n=1+1,\n"), "DONE");
        long id = done.path("id").asLong();

        assertThat(done.path("applied").asInt()).isEqualTo(1);
        assertThat(done.path("rejected").asInt()).isEqualTo(2);
        String rejected = clerk.get("/v1/intakes/" + id + "/rejections").body();
        assertThat(rejected.lines())
                .hasSize(3)
                .anyMatch(row -> row.contains("\"乙\",\"昨天\",\"3\",\"日期\",\"“昨天”不是日期") && row.contains("is not a day"))
                .anyMatch(row -> row.startsWith("\"'=1+1\""));
        var list = clerk.get("/v1/intakes/" + id + "/rejected-rows?limit=1").json();
        assertThat(list.at("/items/0/line").asInt()).isEqualTo(3);
        assertThat(list.at("/items/0/field").asString()).isEqualTo("日期");
        assertThat(list.at("/items/0/reason").asString()).startsWith("“昨天”不是日期");
        var rest = clerk.get("/v1/intakes/" + id + "/rejected-rows?limit=1&cursor="
                        + list.path("next").asString())
                .json();
        assertThat(rest.at("/items/0/line").asInt()).isEqualTo(4);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(other.get("/v1/intakes/" + id + "/rejected-rows").problem()).isEqualTo("intake.unknown");
        assertThat(other.get("/v1/intakes/" + id).problem()).isEqualTo("intake.unknown");
        assertThat(other.get("/v1/intakes").json().path("items")).isEmpty();

        var again = clerk.state(clerk.send(rejected.replace("\"昨天\"", "\"\"").replace("'=1+1", "丙")), "DONE");

        assertThat(again.path("applied").asInt()).isEqualTo(2);
        assertThat(count("note")).isEqualTo(3);
    }

    @Test
    @DisplayName("18.1 and 18.6 the answer says which sheet was read; a CSV file may come with Excel's type")
    void saysWhatWasRead() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var columns = List.of(Column.text("内容", "内容"), Column.text("日期", "日期"));
        try (var sheet = Format.XLSX.writer(bytes, columns, List.of("内容", "日期"))) {
            sheet.row(List.of("甲", "2024年1月5日"));
        }
        byte[] workbook = bytes.toByteArray();
        for (String type : List.of(Format.EXCEL, "application/vnd.ms-excel", "text/csv")) {
            assertThat(clerk.state(clerk.sendAs(type, workbook), "DONE")
                            .path("sheet")
                            .asString())
                    .isEqualTo("1");
        }
        for (String type : List.of(Format.EXCEL, "application/vnd.ms-excel")) {
            var sent = clerk.sendAs(type, "内容,日期\n乙,20240105\n".getBytes(Charset.forName("GBK")));
            var done = clerk.state(sent, "DONE");
            assertThat(done.path("applied").asInt()).isEqualTo(1);
            assertThat(done.path("sheet").isString()).isFalse();
        }
        assertThat(jdbc.sql("select distinct cast(day as char) from note")
                        .query(String.class)
                        .list())
                .containsExactly("2024-01-05");
    }

    @Test
    @DisplayName("18.1 a title above the header is told, and nothing is stored")
    void namesTheRowOfTheHeader() {
        var refused = clerk.send("记事一览表,\n制表人：某某,\n内容,日期\n甲,2024-01-05\n");

        assertThat(refused.problem()).isEqualTo("intake.header-below");
        assertThat(refused.json().path("detail").asString()).contains("3");
        assertThat(count("intake") + count("note")).isZero();
    }

    @Test
    @DisplayName("18.4 every line of a file is counted; a row with too many cells is rejected and comes back")
    void countsEveryLine() {
        var done = clerk.state(clerk.send("内容,日期\n甲,2024-01-05\n乙,2024-01-05,多\n丙,\n\u00a0,\u00a0\n"), "DONE");

        assertThat(done.path("rowsRead").asInt()).isEqualTo(3);
        assertThat(done.path("applied").asInt()).isEqualTo(2);
        assertThat(done.path("rejected").asInt()).isEqualTo(1);
        assertThat(done.path("unchanged").asInt()).isZero();
        assertThat(clerk.get("/v1/intakes/" + done.path("id").asLong() + "/rejections")
                        .body())
                .contains("\"乙\",\"2024-01-05\",\"3\",\"\",\"此行有内容不在任何一列之下");
    }

    @Test
    void takesAFileInPiecesThatMayBeSentAgain() throws Exception {
        String file = "text\n" + rows(0, 2500);
        String first = file.substring(0, 4000);
        String second = file.substring(4000);
        int offset = first.getBytes(UTF_8).length;
        long upload = clerk.open();

        assertThat(clerk.piece(upload, 0, first, false).header("Upload-Offset")).isEqualTo(String.valueOf(offset));
        var repeated = clerk.piece(upload, 0, first, false);
        assertThat(repeated.problem()).isEqualTo("upload.offset-mismatch");
        assertThat(repeated.header("Upload-Offset")).isEqualTo(String.valueOf(offset));
        assertThat(clerk.where(upload).header("Upload-Complete")).isEqualTo("?0");
        assertThat(clerk.handIn(upload).problem()).isEqualTo("upload.incomplete");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getBytes(UTF_8));
        var last = clerk.call(upload, offset, second, true)
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
                .send();
        assertThat(last.status()).as(last.toString()).isEqualTo(204);
        assertThat(last.header("Upload-Complete")).isEqualTo("?1");

        var done = clerk.state(clerk.handIn(upload), "DONE");

        assertThat(done.path("rowsRead").asInt()).isEqualTo(2500);
        assertThat(done.path("applied").asInt()).isEqualTo(2500);
        assertThat(count("note")).isEqualTo(2500);
        assertThat(count("upload") + count("upload_chunk")).isZero();
        assertThat(clerk.handIn(upload).problem()).isEqualTo("upload.unknown");
    }

    @Test
    void anUploadIsItsSendersAndUsedOnce() {
        form.broken.set(true);
        long upload = clerk.upload("text\n甲\n");

        assertThat(other.where(upload).status()).isEqualTo(404);
        assertThat(other.piece(upload, 0, "x", true).problem()).isEqualTo("upload.unknown");
        assertThat(other.handIn(upload).problem()).isEqualTo("upload.unknown");
        assertThat(clerk.piece(upload, 9, "x", true).problem()).isEqualTo("upload.complete");
        jdbc.sql("update upload set taken = true").update();
        assertThat(clerk.handIn(upload).problem()).isEqualTo("upload.taken");
        assertThat(clerk.piece(upload, 9, "x", true).problem()).isEqualTo("upload.taken");
    }

    @Test
    void aDamagedUploadIsDroppedAndSentAnew() {
        long upload = clerk.open();
        String wrong = "sha-256=:" + "A".repeat(43) + "=:";

        var answer = clerk.call(upload, 0, "text\n甲\n", true)
                .header("Repr-Digest", wrong)
                .send();

        assertThat(answer.problem()).isEqualTo("upload.digest-mismatch");
        assertThat(answer.header("Upload-Offset")).isEqualTo("0");
        assertThat(clerk.where(upload).header("Upload-Offset")).isEqualTo("0");
        assertThat(clerk.call(upload, 0, "x", true)
                        .header("Repr-Digest", "md5=:x:")
                        .send()
                        .problem())
                .isEqualTo("upload.digest-malformed");
        assertThat(clerk.piece(upload, 0, "x".repeat(17 << 10), false).problem())
                .isEqualTo("upload.too-large");
        assertThat(api.patch("/v1/uploads/" + upload, new byte[1])
                        .as(tokens.at(Province.TOWNSHIP))
                        .send()
                        .problem())
                .isEqualTo("upload.offset-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'text', intake.empty",
        "'other\n甲\n', intake.column-unknown",
        "'text\nLONG\n', sheet.cell-too-long",
    })
    void anUploadThatIsNotWhatItShouldBeIsRefusedWhenItIsRead(String file, String problem) {
        var refused = clerk.state(clerk.handIn(clerk.upload(file.replace("LONG", "x".repeat(101)))), "REFUSED");

        assertThat(refused.path("refused").path("code").asString()).isEqualTo(problem);
        assertThat(refused.path("refused").path("reason").asString()).doesNotContain("{0}", problem);
        assertThat(refused.path("finishedAt").asString()).isNotEmpty();
        assertThat(count("intake_row") + count("upload")).isZero();
        assertThat(clerk.post("/v1/intakes/" + refused.path("id").asLong() + "/resumption")
                        .problem())
                .isEqualTo("intake.not-failed");
    }

    @Test
    void aRowThatTheDatabaseDoesNotTakeIsRejectedAlone() {
        jdbc.sql("""
            create trigger no_poison before insert on note for each row
            begin if new.text = '毒' then signal sqlstate '22001'; end if; end\
            """).update();
        try {
            var done = clerk.state(clerk.send("text\n毒\n" + rows(0, 1200) + "毒\n" + rows(1200, 1205)), "DONE");

            assertThat(done.path("applied").asInt()).isEqualTo(1205);
            assertThat(done.path("rejected").asInt()).isEqualTo(2);
            assertThat(clerk.get("/v1/intakes/" + done.path("id").asLong() + "/rejections")
                            .body())
                    .contains("\"毒\",\"\",\"2\"", "\"毒\",\"\",\"1203\"", "数据库没有接受此行");
            assertThat(count("note")).isEqualTo(1205);
        } finally {
            jdbc.sql("drop trigger no_poison").update();
        }
    }

    @Test
    void nothingIsDoneInTheNameOfSomebodyWhoseAccessHasChanged() {
        form.broken.set(true);
        var sender = new Clerk(api, tokens.at(Province.TOWNSHIP, 71, 5));
        long id = sender.state(sender.send("text\n甲\n"), "FAILED").path("id").asLong();
        assertThat(clerk.post("/v1/intakes/" + id + "/resumption").problem()).isEqualTo("intake.other-post");
        form.broken.set(false);
        jdbc.sql("insert into account_access (account, version, heard_at) values (71, 6, utc_timestamp(6))")
                .update();

        // as a process leaves it that has died
        jdbc.sql("update intake set state = 'WAITING', finished_at = null where id = :id")
                .param("id", id)
                .update();

        assertThat(clerk.state(id, "DONE").path("rejected").asInt()).isEqualTo(1);
        assertThat(count("note")).isZero();
        assertThat(jdbc.sql("select problem from intake_row")
                        .query(String.class)
                        .single())
                .isEqualTo("intake.sender-changed");
        var now = new Clerk(api, tokens.at(Province.TOWNSHIP, 71, 6));
        assertThat(now.state(now.send("text\n甲\n"), "DONE").path("applied").asInt())
                .isEqualTo(1);
    }

    @Test
    void forgetsAFileOnlyBehindItsRows(CapturedOutput output) {
        long id = clerk.state(clerk.send("text,day\n甲,昨天\n"), "DONE").path("id").asLong();
        jdbc.sql("""
            create trigger no_deletion before delete on intake_row for each row
            begin signal sqlstate '45000'; end\
            """).update();
        try {
            jdbc.sql("update intake set finished_at = '2020-01-01' where id = :id")
                    .param("id", id)
                    .update();
            await().until(() -> output.getAll().contains("intake-worker waits"));
        } finally {
            jdbc.sql("drop trigger no_deletion").update();
        }

        await().untilAsserted(
                        () -> assertThat(count("intake") + count("intake_row")).isZero());
    }

    @Test
    void goesOnWhereAFaultOrADeadProcessHasStopped() {
        form.broken.set(true);
        var failed = clerk.state(clerk.handIn(clerk.upload("text\n" + rows(0, 1500))), "FAILED");
        long id = failed.path("id").asLong();
        assertThat(failed.path("rowsRead").asInt()).isEqualTo(1500);
        assertThat(count("note")).isZero();
        form.broken.set(false);
        // as a process leaves it that was killed behind its first slice
        jdbc.sql("update intake_row set outcome = 'APPLIED' where line <= 1001").update();
        jdbc.sql("""
            update intake set state = 'APPLYING', applied = 1000, lease = 'dead', finished_at = null,
                   leased_until = timestampadd(second, -1, utc_timestamp(6)) where id = :id\
            """).param("id", id).update();

        var done = clerk.state(id, "DONE");

        assertThat(done.path("applied").asInt()).isEqualTo(1500);
        assertThat(count("note")).isEqualTo(500);
        // what is done is said before the room of its rows is freed
        await().untilAsserted(() -> assertThat(count("intake_row")).isZero());
    }

    @Test
    void refusesWhatItHasNoFormFor() {
        assertThat(api.post("/v1/intakes?what=GALAXY", "x")
                        .contentType("text/csv")
                        .as(tokens.at(Province.TOWNSHIP))
                        .key()
                        .send()
                        .problem())
                .isEqualTo("body.invalid");
        assertThat(clerk.export("{\"what\":\"GALAXY\",\"format\":\"CSV\"}").problem())
                .isEqualTo("body.wrong-type");
    }

    @Test
    void exportsWhatTheCallerSees() {
        clerk.state(clerk.send("text\n" + rows(0, 2100)), "DONE");
        other.state(other.send("text\n乙\n"), "DONE");

        var mine = clerk.export("{\"what\":\"NOTES\",\"format\":\"CSV\"}");

        assertThat(mine.body().lines()).hasSize(2101).doesNotContain("\"乙\",\"\"");
        assertThat(mine.header("Content-Disposition")).contains("attachment");
        assertThat(mine.header("Content-Length"))
                .isEqualTo(String.valueOf(mine.body().getBytes(UTF_8).length));
        assertThat(clerk.export("{\"what\":\"NOTES\",\"format\":\"CSV\",\"asOf\":\"2026-01-01\"}")
                        .problem())
                .isEqualTo("export.no-day");
    }

    @Test
    void saysInTheDocumentWhatItTakesAndGives() {
        var paths = api.get("/v3/api-docs").send().json().path("paths");

        assertThat(paths.path("/v1/intakes").path("post").path("description").asString())
                .contains("NOTES: text 内容, day 日期 (may be missing).");
        assertThat(paths.path("/v1/exports").path("post").path("description").asString())
                .contains("NOTES 记事: text, day.");
    }
}
