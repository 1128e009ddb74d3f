package cn.dangjian.organization.field.advice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class AcknowledgementApiTest extends CountedMembers {

    private Api.Answer acknowledge(long caller, Object subject, Object id, Object advice, Object note) {
        var body = Map.of("subject", subject, "subjectId", id, "advice", advice, "note", note);
        return api.post("/v1/advice/acknowledgements", body)
                .as(tokens.at(caller))
                .key()
                .send();
    }

    private long noted() {
        return jdbc.sql("select count(*) from advice_acknowledgement")
                .query(Long.class)
                .single();
    }

    @Test
    void aSuperiorAcknowledgesAndTheAlarmStays() {
        long branch = branch(2, 0, 0);
        assertThat(acknowledge(county, "UNIT", branch, "JOIN", "已列入计划").status())
                .isEqualTo(204);
        assertThat(acknowledge(village, "UNIT", branch, "JOIN", "已商议").status()).isEqualTo(204);

        var item = items(county, "?level=ALARM").path(0);

        assertThat(item.path("advice").asString()).isEqualTo("JOIN");
        assertThat(item.path("acknowledged").path("note").asString()).isEqualTo("已商议");
        assertThat(item.path("acknowledged").path("unitId").asLong()).isEqualTo(village);
        assertThat(noted()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "branch, UNIT, JOIN, 403, advice.not-superior",
        "county, UNIT, DIVIDE, 404, advice.unknown",
        "stranger, UNIT, JOIN, 404, advice.unknown",
        "county, REGISTER_UNIT, COVER_UNIT, 404, advice.unknown",
        "county, GALAXY, JOIN, 400, body.wrong-type",
        "county, UNIT, GALAXY, 400, body.wrong-type",
    })
    void refusesAcknowledgements(String who, String subject, String advice, int status, @Nullable String problem) {
        long branch = branch(2, 0, 0);
        long caller =
                switch (who) {
                    case "branch" -> branch;
                    case "county" -> county;
                    default -> divisions.unit("0201");
                };

        var answer = acknowledge(caller, subject, branch, advice, "知悉");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(noted()).isZero();
    }

    @Test
    void registerUnitsAreAcknowledgedByTownshipsAndAbove() {
        long unit = desk.enter(township, village, "SCHOOL", 3);

        assertThat(acknowledge(village, "REGISTER_UNIT", unit, "COVER_UNIT", "知悉")
                        .problem())
                .isEqualTo("advice.not-superior");
        assertThat(acknowledge(divisions.unit("0201"), "REGISTER_UNIT", unit, "COVER_UNIT", "知悉")
                        .problem())
                .isEqualTo("advice.unknown");
        assertThat(acknowledge(county, "REGISTER_UNIT", unit, "COVER_UNIT", " ").status())
                .isEqualTo(400);
        assertThat(acknowledge(county, "REGISTER_UNIT", unit, "COVER_UNIT", "长".repeat(501))
                        .status())
                .isEqualTo(400);
        assertThat(noted()).isZero();
        assertThat(acknowledge(township, "REGISTER_UNIT", unit, "COVER_UNIT", "知悉")
                        .status())
                .isEqualTo(204);
    }
}
