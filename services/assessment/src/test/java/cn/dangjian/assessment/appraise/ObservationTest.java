package cn.dangjian.assessment.appraise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What voters were shown on site is written down, read by all who take part, and said beside the sheets (现场观摩). */
class ObservationTest extends RunningAssessment {

    private Debriefing debriefing() {
        return new Debriefing(api, tokens, jdbc, scored, 2);
    }

    private static String path(Debriefing debriefing) {
        return "/v1/appraised-units/" + debriefing.object(debriefing.townships.getFirst()) + "/observations";
    }

    private static Map<String, Object> seen(LocalDate day, Long... present) {
        return Map.of("day", day.toString(), "place", "镇党群服务中心", "words", "看了阵地和台账", "present", List.of(present));
    }

    private static Api.Answer add(Debriefing debriefing, Map<String, Object> seen) {
        return debriefing.post(path(debriefing), seen, debriefing.county, debriefing.county);
    }

    @Test
    void areWrittenDownByTheOwnerAndSaidBesideTheSheets() {
        var debriefing = debriefing();
        long object = debriefing.townships.getFirst();
        long peer = debriefing.townships.getLast();
        debriefing.reporting(debriefing.plan());

        var added = add(debriefing, seen(Scored.TODAY, debriefing.county));

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        debriefing.take("voting");
        // whoever gives a sheet reads it
        assertThat(debriefing
                        .read(path(debriefing), peer)
                        .at("/observations/0/present/0/unit")
                        .asLong())
                .isEqualTo(debriefing.county);
        assertThat(debriefing.get(path(debriefing), Province.OTHER_COUNTY, 1).problem())
                .isEqualTo("appraised.unknown");
        debriefing.given(object, "90", debriefing.county, peer);
        debriefing.given(peer, "80", debriefing.county, object);
        debriefing.take("closing");
        String unit = "/v1/appraised-units/" + debriefing.object(object);
        var sheets = debriefing.read(unit + "/sheets", debriefing.county).path("sheets");
        assertThat(sheets.valueStream().map(each -> each.path("role").asString() + each.path("onSite")))
                .containsExactly("LEADERStrue", "PEERSfalse");
        assertThat(onSite(debriefing.read(unit + "/tally", debriefing.county))).containsExactly(1, 0);
        // the other object was not observed
        var all = debriefing.read("/v1/appraisals/" + debriefing.campaign + "/tally", debriefing.county);
        assertThat(all.path("units").valueStream().map(ObservationTest::onSite))
                .containsExactlyInAnyOrder(List.of(1, 0), List.of(0, 0));
        assertThat(add(debriefing, seen(Scored.TODAY, peer)).problem()).isEqualTo("observation.not-open");
    }

    private static List<Integer> onSite(JsonNode tally) {
        return tally.path("parts")
                .valueStream()
                .map(part -> part.path("onSite").asInt())
                .toList();
    }

    @Test
    void areRefusedWhereNobodyCouldHaveSeenThem() {
        var debriefing = debriefing();
        long object = debriefing.townships.getFirst();
        debriefing.reporting(debriefing.plan());

        assertThat(add(debriefing, seen(Scored.TODAY.plusDays(1), debriefing.county))
                        .problem())
                .isEqualTo("observation.wrong-day");
        assertThat(add(debriefing, seen(Scored.TODAY.minusDays(1), debriefing.county))
                        .problem())
                .isEqualTo("observation.wrong-day");
        // who debriefs gives no sheet of himself, and the city gives none here
        assertThat(add(debriefing, seen(Scored.TODAY, debriefing.county, object))
                        .problem())
                .isEqualTo("observation.not-voter");
        assertThat(add(debriefing, seen(Scored.TODAY, Province.CITY)).problem()).isEqualTo("observation.not-voter");
        assertThat(debriefing
                        .post(path(debriefing), seen(Scored.TODAY, debriefing.county), object, object)
                        .problem())
                .isEqualTo("observation.not-owner");
        assertThat(debriefing.read(path(debriefing), debriefing.county).path("observations"))
                .isEmpty();
    }

    @Test
    void thatWereWrongAreWithdrawnAndStayToBeRead() {
        var debriefing = debriefing();
        long object = debriefing.townships.getFirst();
        debriefing.reporting(debriefing.plan());
        long id = add(debriefing, seen(Scored.TODAY, debriefing.county))
                .json()
                .at("/observations/0/id")
                .asLong();
        String withdrawal = path(debriefing) + "/" + id + "/withdrawal";
        Map<String, Object> reason = Map.of("reason", "记错了乡镇");

        var withdrawn = debriefing.post(withdrawal, reason, debriefing.county, debriefing.county);

        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        assertThat(withdrawn.json().at("/observations/0/withdrawn").asString()).isEqualTo("记错了乡镇");
        assertThat(debriefing
                        .post(withdrawal, reason, debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("observation.withdrawn");
        assertThat(debriefing
                        .post(path(debriefing) + "/1/withdrawal", reason, debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("observation.unknown");
        debriefing.take("voting");
        debriefing.given(object, "90", debriefing.county);
        debriefing.take("closing");
        assertThat(onSite(debriefing.read(
                        "/v1/appraised-units/" + debriefing.object(object) + "/tally", debriefing.county)))
                .containsExactly(0, 0);
    }
}
