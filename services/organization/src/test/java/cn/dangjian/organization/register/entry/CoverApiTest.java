package cn.dangjian.organization.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CoverApiTest extends RegisterReader {

    CoverApiTest() {
        super("49");
    }

    @ParameterizedTest
    @CsvSource({"0, NOT_REQUIRED", "1, NOT_YET", "2, NOT_YET", "3, SHOULD_BE_COVERED"})
    void saysWhetherAUnitShouldBeCovered(int members, String state) {
        long id = desk.enter(township, village, "SCHOOL", members);

        assertThat(read(id, "").path("state").asString()).isEqualTo(state);
        assertThat(get("?state=" + state, township).json().path("items")).hasSize(1);
        desk.cover(township, id, branches.below(village, "BRANCH"), "SINGLE", TODAY);
        assertThat(read(id, "").path("state").asString()).isEqualTo("COVERED");
        assertThat(get("?state=" + state, township).json().path("items")).isEmpty();
        assertThat(get("?state=COVERED", township).json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"5, false", "6, true"})
    void aJointBranchThatCoversTooManyIsAnAlarmAndNoRefusal(int units, boolean tooMany) {
        long branch = branches.below(township, "JOINT_BRANCH");
        JsonNode last = null;
        for (int i = 0; i < units; i++) {
            long id = desk.enter(township, village, "PRIVATE_ENTERPRISE", 1);
            var answer = desk.cover(township, id, branch, "JOINT", TODAY);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            last = answer.json().path("cover");
        }
        assertThat(last).isNotNull();
        assertThat(last.path("jointUnits").asInt()).isEqualTo(units);
        assertThat(last.path("jointUnitsMost").asInt()).isEqualTo(5);
        assertThat(last.path("tooMany").asBoolean()).isEqualTo(tooMany);
    }

    @Test
    void coverIsDatedAndEndsWithThePartyUnit() {
        long id = desk.enter(township, village, "SCHOOL", 3);
        long first = branches.below(village, "BRANCH");
        long second = branches.below(village, "BRANCH");
        desk.cover(township, id, first, "SINGLE", TODAY.minusDays(20));
        desk.cover(township, id, second, "AREA", TODAY.minusDays(10));

        assertThat(read(id, "?asOf=" + TODAY.minusDays(21)).path("state").asString())
                .isEqualTo("SHOULD_BE_COVERED");
        assertThat(party(id, TODAY.minusDays(11))).isEqualTo(first);
        assertThat(party(id, TODAY.minusDays(10))).isEqualTo(second);
        branches.abolish(second, TODAY.minusDays(2));
        assertThat(read(id, "?asOf=" + TODAY.minusDays(3)).path("state").asString())
                .isEqualTo("COVERED");
        assertThat(read(id, "").path("state").asString()).isEqualTo("SHOULD_BE_COVERED");
        assertThat(desk.cover(township, id, null, null, TODAY.minusDays(11)).problem())
                .isEqualTo("register.too-early");
        assertThat(desk.cover(township, id, null, null, TODAY.minusDays(5)).status())
                .isEqualTo(200);
        assertThat(read(id, "?asOf=" + TODAY.minusDays(4)).path("cover").isNull())
                .isTrue();
        assertThat(desk.cover(township, id, null, null, TODAY).problem()).isEqualTo("register.not-covered");
    }

    private long party(long id, LocalDate day) {
        return read(id, "?asOf=" + day).path("cover").path("partyUnitId").asLong();
    }

    @Test
    void refusesCoverThatFitsNothing() {
        long id = desk.enter(township, village, "SCHOOL", 3);
        long gone = branches.below(village, "BRANCH");
        branches.abolish(gone, TODAY);

        assertThat(desk.cover(township, id, gone, "SINGLE", TODAY).problem()).isEqualTo("register.party-unit-unknown");
        assertThat(desk.cover(township, id, township, "SINGLE", TODAY).problem())
                .isEqualTo("register.party-unit-unfit");
        assertThat(desk.cover(township, id, village, null, TODAY).problem()).isEqualTo("register.founding-unknown");
        assertThat(desk.cover(township, id, village, "ALONE", TODAY).problem()).isEqualTo("register.founding-unknown");
        assertThat(desk.link(township, id, "RETIREE", village, "SINGLE", TODAY).problem())
                .isEqualTo("register.founding-unknown");
        assertThat(desk.link(township, id, "FRIEND", village, "SINGLE", TODAY).status())
                .isEqualTo(400);
        assertThat(desk.cover(township, id, village, "SINGLE", TODAY.minusDays(31))
                        .problem())
                .isEqualTo("register.too-early");
        assertThat(desk.link(township, id, "RETIREE", village, null, TODAY)
                        .json()
                        .path("retireeBranch")
                        .asLong())
                .isEqualTo(village);
        assertThat(read(id, "").path("state").asString()).isEqualTo("SHOULD_BE_COVERED");
    }
}
