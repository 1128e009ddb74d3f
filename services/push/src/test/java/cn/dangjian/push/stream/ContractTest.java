package cn.dangjian.push.stream;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.doors.Document;
import org.junit.jupiter.api.Test;

class ContractTest extends Listening {

    @Test
    void saysWhatTheStreamTakesAndAnswers() {
        var document = new Document(api.get("/v3/api-docs").send().body());

        assertThat(document.operations()).hasSize(1);
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    void refusesAsItSays() {
        var document = new Document(api.get("/v3/api-docs").send().body());
        var stream = document.operations().getFirst();

        var bad = api.get("/v1/stream?after=x").as(tokens.at(VILLAGE)).send();
        var unknown = api.get("/v1/stream").send();

        assertThat(document.violations(stream, bad.status(), bad.body(), bad::header))
                .as(bad.toString())
                .isEmpty();
        assertThat(document.violations(stream, unknown.status(), unknown.body(), unknown::header))
                .as(unknown.toString())
                .isEmpty();
    }
}
