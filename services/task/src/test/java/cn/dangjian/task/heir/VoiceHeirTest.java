package cn.dangjian.task.heir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of answers that wait for a reply when their unit ends, or the issuer (反馈). */
class VoiceHeirTest extends WithEnds {

    private long said(long assignment, long unit) {
        var answer = api.post(
                        "/v1/assignments/" + assignment + "/voices",
                        Map.of("kind", "NOT_APPLICABLE", "text", "本村没有活动场所。"))
                .as(tokens.at(unit))
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer accept(long voice, long unit) {
        return api.post("/v1/voices/" + voice + "/acceptance", Map.of())
                .as(tokens.at(unit))
                .send();
    }

    @Test
    void theHeirIsToldTheReply() {
        long x = village();
        long y = village();
        long dispatch = ends.dispatch(x);
        long voice = said(ends.rowOf(dispatch, x).id(), x);

        ends.merged(x, y);

        assertThat(get("/v1/voices/" + voice, y).path("unit").asLong()).isEqualTo(y);
        assertThat(accept(voice, Province.PROVINCE).status()).isEqualTo(200);
        assertThat(ends.rows(dispatch)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("CLOSED");
            assertThat(row.unit()).isEqualTo(y);
        });
        await().untilAsserted(() -> assertThat(broker.heardOf("task.voice-changed.v1"))
                .filteredOn(event -> event.at("/data/voice").asLong() == voice)
                .extracting(event -> event.at("/data/unit").asLong() + " "
                        + event.at("/data/state").asString())
                .containsExactly(x + " OPEN", y + " ACCEPTED"));
    }

    @Test
    void theHeirOfAnIssuerRepliesToWhatWaitsAndToWhatIsSaidLater() {
        long issuer = village();
        long heir = village();
        long first = issued(issuer, Province.SECOND_VILLAGE);
        long second = issued(issuer, Province.SECOND_VILLAGE);
        long before = said(first, Province.SECOND_VILLAGE);

        ends.merged(issuer, heir);
        long after = said(second, Province.SECOND_VILLAGE);

        for (long voice : new long[] {before, after}) {
            assertThat(accept(voice, Province.COUNTY).problem()).isEqualTo("voice.not-yours");
            assertThat(get("/v1/voices/" + voice, heir).path("issuer").asLong()).isEqualTo(heir);
            assertThat(accept(voice, heir).status()).isEqualTo(200);
        }
    }

    @Test
    void withoutAnHeirTheUnitAboveReplies() {
        long issuer = village();
        long voice = said(issued(issuer, Province.SECOND_VILLAGE), Province.SECOND_VILLAGE);

        ends.abolished(issuer);

        assertThat(accept(voice, Province.COUNTY).problem()).isEqualTo("voice.not-yours");
        assertThat(accept(voice, Province.TOWNSHIP).status()).isEqualTo(200);
    }

    /** An assignment of a dispatch of one unit to another one, wherever that stands. */
    private long issued(long issuer, long unit) {
        jdbc.sql("""
            insert into dispatch (number, issuer_id, title, text, goal, deadline, material_required, target, addressed,
                                  issued_by, issued_at, version)
            select concat('H-', coalesce(max(id), 0) + 1), :issuer, 't', 't', 'g', '2031-03-03', false, '{}', 1, 1,
                   '2026-03-02', 1 from dispatch\
            """).param("issuer", issuer).update();
        jdbc.sql("""
            insert into assignment (dispatch_id, unit_id, state, version)
            select max(id), :unit, 'ADDRESSED', 1 from dispatch where issuer_id = :issuer\
            """).param("unit", unit).param("issuer", issuer).update();
        return jdbc.sql("select max(id) from assignment where unit_id = :unit")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }
}
