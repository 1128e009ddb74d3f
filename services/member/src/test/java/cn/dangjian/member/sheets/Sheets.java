package cn.dangjian.member.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Somebody at a unit who sends and asks for files of members. */
final class Sheets {

    static final String HEADER = "姓名,公民身份号码,所在党组织代码,申请入党日期,接收为预备党员日期,转正日期,党员类别,性别,民族,联系电话\n";

    private final Api api;
    private final String token;

    Sheets(Api api, Tokens tokens, long unit) {
        this.api = api;
        this.token = tokens.at(unit);
    }

    /** A row of a full member with a number that nobody has. */
    static String row(String name, String unitCode) {
        return row(name, Persons.number(), unitCode);
    }

    static String row(String name, String number, String unitCode) {
        return name + "," + number + "," + unitCode + ",2009-03-01,2011-07-01,2012-07-01,农居民党员,,汉族,13000000017\n";
    }

    long send(String file) {
        var sent = api.post("/v1/intakes?what=MEMBERS", file)
                .contentType("text/csv")
                .as(token)
                .key()
                .send();
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        return sent.json().path("id").asLong();
    }

    JsonNode done(String file) {
        return state(send(file), "DONE");
    }

    JsonNode state(long id, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> get("/v1/intakes/" + id).json(),
                        file -> file.path("state").asString().equals(state));
    }

    String rejections(long id) {
        return get("/v1/intakes/" + id + "/rejections").body();
    }

    Api.Answer get(String path) {
        return api.get(path).as(token).send();
    }

    Api.Answer export(Map<String, ?> body) {
        return api.post("/v1/exports", body).as(token).send();
    }
}
