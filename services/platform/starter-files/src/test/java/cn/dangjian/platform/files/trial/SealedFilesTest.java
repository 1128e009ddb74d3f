package cn.dangjian.platform.files.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Reseal;
import cn.dangjian.platform.seals.SealSettings;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What clerks send of people lies sealed wherever it is stored. */
@ServiceTest
class SealedFilesTest {

    private static final String CANARY = "虚构金丝雀";
    private static final String FILE = "姓名,出生日期\n" + CANARY + ",1990-02-30\n";

    /** The key that was used before, as the settings of the trial know it. */
    private static final Seals BEFORE =
            new Seals(new SealSettings("k0", Map.of("k0", "only-for-tests-former-key"), Set.of(), null));

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reseal reseal;

    Clerk clerk;

    @BeforeEach
    void aProvince() {
        province.settle();
        for (String table : List.of("note", "intake", "intake_row", "upload", "upload_chunk"))
            jdbc.sql("delete from " + table).update();
        clerk = new Clerk(api, tokens, Province.TOWNSHIP);
    }

    private long sent(String text) {
        var done = clerk.state(clerk.send("PEOPLE", text), "DONE");
        return done.path("id").asLong();
    }

    private String rejected(long id) {
        return clerk.get("/v1/intakes/" + id + "/rejections").body();
    }

    private String key(String table) {
        return jdbc.sql("select seal_key from " + table).query(String.class).single();
    }

    @Test
    void rowsOfPeopleAreSealedAndGivenBackToTheirSender() {
        long id = sent(FILE + "虚构二号,1990-02-28\n");

        assertThat(jdbc.sql("select * from intake_row").query().singleRow())
                .containsEntry("cells", null)
                .containsEntry("seal_key", "k1")
                .containsEntry("problem", "intake.not-day")
                .containsEntry("value", "出生日期");
        assertThat(stored("intake_row", "sealed_cells")).doesNotContain(CANARY, "1990");
        assertThat(rejected(id)).contains("\"" + CANARY + "\",\"1990-02-30\",\"2\",\"出生日期\",\"“出生日期”不是日期");
    }

    @Test
    void nobodyElseIsGivenRowsOfPeople() {
        long id = sent(FILE);

        for (String door : List.of("/rejections", "/rejected-rows")) {
            var colleague = api.get("/v1/intakes/" + id + door)
                    .as(tokens.at(Province.TOWNSHIP, 4711))
                    .send();

            assertThat(colleague.problem()).isEqualTo("intake.not-sender");
            assertThat(colleague.body()).doesNotContain(CANARY);
        }
    }

    @Test
    void aSealedRowOpensInNoOtherPlace() {
        long id = sent(FILE);
        jdbc.sql("update intake_row set line = 3").update();

        assertThat(rejected(id)).doesNotContain(CANARY);
    }

    @Test
    void aFileOfPeopleWithoutHeaderIsRefusedWithoutNamingThem() {
        var refused = clerk.send("PEOPLE", CANARY + ",1990-02-28\n");

        assertThat(refused.problem()).isEqualTo("intake.column-unknown-at");
        assertThat(refused.body()).doesNotContain(CANARY);
    }

    @Test
    void piecesAreSealedWhateverTheyAre() {
        long upload = clerk.open();
        clerk.piece(upload, 0, FILE.substring(0, 10), false);
        int offset = FILE.substring(0, 10).getBytes(UTF_8).length;
        clerk.piece(upload, offset, FILE.substring(10), true);

        assertThat(jdbc.sql("select seal_key from upload_chunk")
                        .query(String.class)
                        .list())
                .containsExactly("k1", "k1");
        assertThat(stored("upload_chunk", "bytes")).doesNotContain("姓名", "1990");
        var done = clerk.state(clerk.handIn("PEOPLE", upload), "DONE");
        assertThat(rejected(done.path("id").asLong())).contains(CANARY);
    }

    @Test
    void aNewKeyTakesOverWhatLies() {
        long id = sent(FILE);
        var row = BEFORE.seal("[\"" + CANARY + "\",\"\"]", new Field("intake_row", "cells", id + "-2"));
        jdbc.sql("update intake_row set seal_key = :key, sealed_cells = :bytes")
                .params(row(row))
                .update();
        long upload = clerk.upload("x");
        var piece = BEFORE.seal(FILE, new Field("upload_chunk", "bytes", upload + "-0"));
        jdbc.sql("update upload_chunk set seal_key = :key, bytes = :bytes")
                .params(row(piece))
                .update();

        assertThat(rejected(id)).contains(CANARY);
        reseal.reseal();

        assertThat(key("intake_row")).isEqualTo("k1");
        assertThat(key("upload_chunk")).isEqualTo("k1");
        assertThat(rejected(id)).contains(CANARY);
        clerk.state(clerk.handIn("PEOPLE", upload), "DONE");
    }

    @Test
    void whatLayInTheClearIsSealedLater() {
        long upload = clerk.upload("x");
        jdbc.sql("update upload_chunk set seal_key = null, bytes = :bytes")
                .param("bytes", FILE.getBytes(UTF_8))
                .update();

        reseal.reseal();

        assertThat(key("upload_chunk")).isEqualTo("k1");
        assertThat(stored("upload_chunk", "bytes")).doesNotContain("1990");
        clerk.state(clerk.handIn("PEOPLE", upload), "DONE");
    }

    @Test
    void whatDoesNotOpenStaysAndKeepsNothingElseFromTheNewKey() {
        long id = sent(FILE);
        for (int line = 3; line <= 500; line++) {
            var row = BEFORE.seal("[\"行" + line + "\"]", new Field("intake_row", "cells", id + "-" + line));
            jdbc.sql("""
                insert into intake_row (intake_id, line, seal_key, sealed_cells, outcome)
                values (:id, :line, :key, :bytes, 'REJECTED')\
                """)
                    .param("id", id)
                    // two were moved to each other's place
                    .param("line", line == 7 ? 8 : line == 8 ? 7 : line)
                    .params(row(row))
                    .update();
        }
        jdbc.sql("update intake_row set seal_key = 'gone' where line = 250").update();

        reseal.reseal();

        assertThat(jdbc.sql("select line from intake_row where seal_key <> 'k1' order by line")
                        .query(Integer.class)
                        .list())
                .containsExactly(7, 8, 250);
        assertThat(reseal.broken()).isEqualTo(3);
    }

    private static Map<String, Object> row(Sealed sealed) {
        return Map.of("key", sealed.key(), "bytes", sealed.bytes());
    }

    /** What somebody sees who looks at the column with whatever tool. */
    private String stored(String table, String column) {
        var text = new StringBuilder();
        for (byte[] bytes : jdbc.sql("select " + column + " from " + table)
                .query(byte[].class)
                .list()) {
            text.append(new String(bytes, UTF_8));
        }
        return text.toString();
    }
}
