package cn.dangjian.dues.care;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** What branches propose and committees decide; the one who proposes is another person than the one who decides. */
abstract class Reliefs extends RunningDues {

    /** Two persons at the township above the branches. */
    static final long CLERK = 1_111_001;

    static final long SECRETARY = 1_111_002;

    String clerk() {
        return tokens.at(Province.TOWNSHIP, CLERK);
    }

    String secretary() {
        return tokens.at(Province.TOWNSHIP, SECRETARY);
    }

    Api.Answer propose(String token, long member, String most, YearMonth from, YearMonth to) {
        var body = Map.of(
                "most",
                most,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "document",
                "虚支〔2026〕3号",
                "reason",
                "长期患病，家庭困难");
        return api.post("/v1/members/" + member + "/reliefs", body)
                .as(token)
                .key()
                .send();
    }

    Api.Answer grant(String token, long id) {
        return reliefStep(token, id, "approval", Map.of("day", Payers.TODAY.toString(), "document", "虚委〔2026〕8号"));
    }

    Api.Answer end(String token, long id, YearMonth from) {
        return reliefStep(token, id, "end", Map.of("from", from.toString(), "document", "虚委〔2026〕9号"));
    }

    Api.Answer reliefStep(String token, long id, String step, Map<String, ?> body) {
        var seen = api.get("/v1/reliefs/" + id).as(token).send();
        String tag = seen.header("ETag");
        return api.post("/v1/reliefs/" + id + "/" + step, new HashMap<>(body))
                .as(token)
                .ifMatch(tag == null ? "\"1\"" : tag)
                .key()
                .send();
    }

    /** One that the township has granted. */
    long granted(long member, String most, YearMonth from, YearMonth to) {
        var proposed = propose(clerk(), member, most, from, to);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        long id = id(proposed);
        var granted = grant(secretary(), id);
        assertThat(granted.status()).as(granted.toString()).isEqualTo(200);
        payers.settled();
        return id;
    }

    static long id(Api.Answer answer) {
        return answer.json().at("/relief/id").asLong();
    }
}
