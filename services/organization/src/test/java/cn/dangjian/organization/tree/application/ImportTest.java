package cn.dangjian.organization.tree.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ImportTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Uploads uploads;

    @BeforeEach
    void client() {
        uploads = new Uploads(api, tokens);
    }

    @Test
    void rejectsRowsOneByOneAndKeepsTheGoodOnes() {
        long id = uploads.open("91", "虚构省");
        uploads.upload(id, "cities.csv", Uploads.CITIES + """
            9101,虚构甲市,91
            9102,,91
            9101,虚构乙市,91
            """);
        uploads.upload(id, "areas.csv", Uploads.AREAS + """
            910101,虚构甲区,9101,91
            910201,虚构丙区,9102,91
            910102,虚构乙区,9101,92
            """);
        var done = uploads.applied(id);

        assertThat(Uploads.figures(done, "cities.csv")).containsExactly(3, 1, 0, 0, 2);
        assertThat(Uploads.figures(done, "areas.csv")).containsExactly(3, 1, 0, 0, 2);
        assertThat(Uploads.figures(done, "streets.csv")).containsExactly(0, 0, 0, 0, 0);
        assertThat(uploads.rejections(id))
                .extracting(row -> row.path("file").asString() + ":"
                        + row.path("line").asInt() + " "
                        + row.path("code").asString() + " " + row.path("reason").asString() + " "
                        + row.path("text").asString())
                .containsExactly(
                        "cities.csv:3 9102 name.empty 名称为空",
                        "cities.csv:4 9101 code.duplicate 代码 9101 在文件中已出现过",
                        "areas.csv:3 910201 parent.unknown 上级 9102 不存在",
                        "areas.csv:4 910102 parent.contradicts 上级代码“92”与本行代码不符");
        var english = api.get("/v1/imports/" + id + "/rejections?limit=1")
                .as(tokens.administrator())
                .inEnglish()
                .send();
        assertThat(english.json().path("items").path(0).path("text").asString()).isEqualTo("The name is empty");
    }

    @Test
    void aNameThatChangedRenamesTheUnitAndNothingElse() {
        long first = uploads.open("92", "虚构省");
        uploads.upload(first, "cities.csv", Uploads.CITIES + "9201,虚构甲市,92\n9202,虚构乙市,92\n");
        uploads.applied(first);
        int events = events();

        long second = uploads.open("92", "虚构省");
        uploads.upload(second, "cities.csv", Uploads.CITIES + "9201,虚构甲市,92\n9202,虚构丙市,92\n9203,虚构丁市,92\n");
        var done = uploads.applied(second);

        assertThat(Uploads.figures(done, "cities.csv")).containsExactly(3, 1, 1, 1, 0);
        assertThat(events()).isEqualTo(events + 2);
        assertThat(jdbc.sql("select name, version from unit where code = '9202'")
                        .query()
                        .singleRow())
                .containsEntry("name", "虚构丙市")
                .containsEntry("version", 2L);
        assertThat(jdbc.sql("""
            select v.name from unit_period v join unit u on u.id = v.unit_id where u.code = '9202'
            union all
            select v.name from unit_period_superseded v join unit u on u.id = v.unit_id where u.code = '9202'\
            """).query(String.class).list())
                .as("both of one day: the later one holds, the other is remembered")
                .containsExactly("虚构丙市", "虚构乙市");
    }

    @Test
    void aNameThatDiffersInItsAccentsOnlyIsAnotherName() {
        long first = uploads.open("93", "虚构省");
        uploads.upload(first, "cities.csv", Uploads.CITIES + "9301,Ａ市,93\n");
        uploads.applied(first);

        long second = uploads.open("93", "虚构省");
        uploads.upload(second, "cities.csv", Uploads.CITIES + "9301,a市,93\n");

        assertThat(Uploads.figures(uploads.applied(second), "cities.csv")).containsExactly(1, 0, 1, 0, 0);
    }

    @Test
    void goesOnWhereTheFileEnds() {
        long id = uploads.open("94", "虚构省");
        byte[] file = (Uploads.CITIES + "9401,虚构甲市,94\n").getBytes(UTF_8);
        uploads.upload(id, "cities.csv", file);

        var twice = uploads.append(id, "cities.csv", 0, file);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.problem()).isEqualTo("import.offset-mismatch");
        assertThat(twice.header("Upload-Offset")).isEqualTo(String.valueOf(file.length));
        var later = uploads.append(id, "cities.csv", file.length + 1, file);
        assertThat(later.problem()).isEqualTo("import.offset-mismatch");
        var asked = api.head("/v1/imports/" + id + "/files/cities.csv")
                .as(tokens.administrator())
                .send();
        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.header("Upload-Offset")).isEqualTo(String.valueOf(file.length));
        assertThat(asked.header("Upload-Complete")).isEqualTo("?0");

        byte[] rest = "9402,虚构乙市,94\n".getBytes(UTF_8);
        uploads.append(id, "cities.csv", file.length, rest);
        assertThat(Uploads.figures(uploads.applied(id), "cities.csv")).containsExactly(2, 2, 0, 0, 0);
    }

    @Test
    void aFileThatIsNotWhatItsDigestSaysMustBeSentAgain() throws Exception {
        long id = uploads.open("95", "虚构省");
        byte[] file = (Uploads.CITIES + "9501,虚构甲市,95\n").getBytes(UTF_8);
        byte[] damaged = (Uploads.CITIES + "9501,虚构乙市,95\n").getBytes(UTF_8);
        String digest = "sha-256=:"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(file)) + ":";

        var refused = last(id, damaged, digest);
        assertThat(refused.problem()).isEqualTo("import.digest-mismatch");
        assertThat(refused.header("Upload-Offset")).isEqualTo("0");
        assertThat(last(id, file, "sha-256=" + digest).problem()).isEqualTo("import.digest-malformed");
        var taken = last(id, file, digest);
        assertThat(taken.status()).isEqualTo(204);
        assertThat(taken.header("Upload-Complete")).isEqualTo("?1");
        assertThat(uploads.append(id, "cities.csv", file.length, file).problem())
                .isEqualTo("import.file-complete");
    }

    private Api.Answer last(long id, byte[] bytes, String digest) {
        return api.patch("/v1/imports/" + id + "/files/cities.csv", bytes)
                .as(tokens.administrator())
                .header("Upload-Offset", "0")
                .header("Upload-Complete", "?1")
                .header("Repr-Digest", digest)
                .send();
    }

    @Test
    void whatWasHandedInTakesNoMoreAndAskingAgainIsAskingOnce() {
        long id = uploads.open("96", "虚构省");
        assertThat(api.post("/v1/imports/" + id + "/application")
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("import.empty");
        byte[] file = (Uploads.CITIES + "9601,虚构甲市,96\n").getBytes(UTF_8);
        uploads.upload(id, "cities.csv", file);
        uploads.applied(id);

        assertThat(uploads.append(id, "cities.csv", file.length, file).problem())
                .isEqualTo("import.closed");
        var again = api.post("/v1/imports/" + id + "/application")
                .as(tokens.administrator())
                .send();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().path("state").asString()).isEqualTo("DONE");
        assertThat(jdbc.sql("select count(*) from import_chunk where import_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"provinceCode\":\"98\"}', 422, import.province-name-missing",
        "'{\"provinceCode\":\"05\",\"provinceName\":\"某省\"}', 422, import.province-unknown",
        "'{\"provinceCode\":\"98\",\"provinceName\":\"虚构省\",\"foundedOn\":\"2999-01-01\"}', 422, import.founded-unfit",
        "'{\"provinceCode\":\"9\"}', 400, body.invalid",
        "'{\"provinceCode\":\"ab\"}', 400, body.invalid",
        "'{\"provinceCode\":\"98\",\"provinceName\":\"  \"}', 400, body.invalid",
        "'{\"provinceCode\":\"43\",\"colour\":\"red\"}', 400, body.unknown-field",
        "'{\"provinceCode\":43}', 400, body.wrong-type",
        "'{', 400, body.malformed"
    })
    void opensNothingForABadRequest(String body, int status, String code) {
        var answer =
                api.post("/v1/imports", body).as(tokens.administrator()).key().send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
    }

    /** Of a province that was not there its units may exist since a day before; nobody founds it a second time. */
    @Test
    void foundsANewProvinceOnADayBefore() {
        var body = Map.of("provinceCode", "21", "provinceName", "虚构省21", "foundedOn", "2021-01-01");
        long id = api.post("/v1/imports", body)
                .as(tokens.administrator())
                .key()
                .send()
                .json()
                .path("id")
                .asLong();
        uploads.upload(id, "cities.csv", Uploads.CITIES + "2101,\"虚构市\",21\n");
        uploads.upload(id, "areas.csv", Uploads.AREAS + "210101,\"虚构县\",2101,21\n");
        uploads.applied(id);
        uploads.applied(id);

        for (String code : List.of("21", "2101", "210101")) {
            var since = jdbc.sql("""
                select concat_ws(' ', u.valid_from, p.valid_from, l.valid_from) from unit u
                  join unit_period p on p.unit_id = u.id join unit_place l on l.unit_id = u.id where u.code = :code\
                """).param("code", code).query(String.class).list();
            assertThat(since).as(code).containsExactly("2021-01-01 2021-01-01 2021-01-01");
        }
        assertThat(api.post("/v1/imports", body)
                        .as(tokens.administrator())
                        .key()
                        .send()
                        .problem())
                .isEqualTo("import.founded-unfit");
    }

    @Test
    void opensOneImportForOneKey() {
        String key = "0123456789abcdef";
        var body = Map.of("provinceCode", "43");
        var first = api.post("/v1/imports", body)
                .as(tokens.administrator())
                .key(key)
                .send();
        var second = api.post("/v1/imports", body)
                .as(tokens.administrator())
                .key(key)
                .send();
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("provinceName").asString()).isEqualTo("湖南省");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.post("/v1/imports", body)
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("idempotency.missing");
    }

    @Test
    void onlyTheAdministratorImports() {
        long id = uploads.open("97", "虚构省");
        for (String token : List.of(tokens.at(1), tokens.withoutPost(), tokens.service("task"))) {
            assertThat(api.post("/v1/imports", Map.of("provinceCode", "43"))
                            .as(token)
                            .key()
                            .send()
                            .status())
                    .isEqualTo(403);
            assertThat(api.get("/v1/imports/" + id).as(token).send().status()).isEqualTo(403);
            assertThat(api.get("/v1/imports/" + id + "/rejections")
                            .as(token)
                            .send()
                            .status())
                    .isEqualTo(403);
            assertThat(api.post("/v1/imports/" + id + "/application")
                            .as(token)
                            .send()
                            .status())
                    .isEqualTo(403);
            assertThat(api.head("/v1/imports/" + id + "/files/cities.csv")
                            .as(token)
                            .send()
                            .status())
                    .isEqualTo(403);
            assertThat(api.patch("/v1/imports/" + id + "/files/cities.csv", new byte[] {1})
                            .as(token)
                            .header("Upload-Offset", "0")
                            .send()
                            .status())
                    .isEqualTo(403);
        }
        assertThat(api.get("/v1/imports/" + id).send().status()).isEqualTo(401);
        assertThat(api.get("/v1/imports/" + id).as(tokens.forged(1)).send().status())
                .isEqualTo(401);
    }

    @Test
    void refusesPiecesThatFitNowhere() {
        long id = uploads.open("97", "虚构省");
        assertThat(uploads.append(id, "provinces.csv", 0, new byte[] {1}).problem())
                .isEqualTo("import.unknown");
        assertThat(uploads.append(987_654, "cities.csv", 0, new byte[] {1}).problem())
                .isEqualTo("import.unknown");
        assertThat(api.get("/v1/imports/987654")
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("import.unknown");
        assertThat(api.patch("/v1/imports/" + id + "/files/cities.csv", new byte[] {1})
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("import.offset-missing");
        assertThat(uploads.append(id, "cities.csv", 0, new byte[5_000_000]).problem())
                .isEqualTo("body.too-large");
        assertThat(api.post("/v1/imports/" + id + "/files/cities.csv", "x")
                        .as(tokens.administrator())
                        .send()
                        .status())
                .isEqualTo(405);
    }

    private int events() {
        return jdbc.sql("select count(*) from outbox where type = 'organization.unit-changed.v1'")
                .query(Integer.class)
                .single();
    }
}
