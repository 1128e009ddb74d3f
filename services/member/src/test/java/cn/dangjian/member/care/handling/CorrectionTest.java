package cn.dangjian.member.care.handling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import org.junit.jupiter.api.Test;

/** 限期改正: whoever is given time to correct himself. */
class CorrectionTest extends Handlings {

    @Test
    void hasAYearAtMostToCorrectHimselfAndIsHeardAgainIfHeDoesNot() {
        long id = voted("CORRECTION");
        assertThat(approve(Province.TOWNSHIP, id).problem()).isEqualTo("handling.wrong-measure");
        assertThat(approve(Province.TOWNSHIP, id, "until", "2027-02-02").problem())
                .isEqualTo("handling.too-long");
        assertThat(approve(Province.TOWNSHIP, id, "until", "2026-01-31").problem())
                .isEqualTo("handling.day-before");
        assertThat(approve(Province.TOWNSHIP, id, "until", "2026-05-01").status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("FULL");
        var lighter = step(Province.VILLAGE, id, "heavier-proposal", "measure", "CORRECTION", "evidence", "未改");
        assertThat(lighter.problem()).isEqualTo("handling.wrong-measure");

        var heavier = step(Province.VILLAGE, id, "heavier-proposal", "measure", "REMOVAL", "evidence", "期满未改");

        assertThat(heavier.json().at("/handling/state").asString()).isEqualTo("PROPOSED");
        assertThat(heavier.json().at("/handling/round").asInt()).isEqualTo(2);
        assertThat(heavier.json().at("/handling/votedOn").isNull()).isTrue();
        assertThat(vote(id, "2026-06-01", 15, 11).problem()).isEqualTo("handling.wrong-state");
    }

    @Test
    void hasUntilTheEndOfTheLastDay() {
        long id = voted("CORRECTION");
        assertThat(approve(Province.TOWNSHIP, id, "day", TODAY.toString(), "until", TODAY.toString())
                        .status())
                .isEqualTo(200);

        var early = step(Province.VILLAGE, id, "heavier-proposal", "measure", "REMOVAL", "evidence", "未改");

        assertThat(early.problem()).isEqualTo("handling.too-early");
        assertThat(early.json().path("detail").asString())
                .contains(TODAY.plusDays(1).toString());
    }

    @Test
    void theCommitteeClosesWhatWasCorrected() {
        long id = voted("CORRECTION");
        approve(Province.TOWNSHIP, id, "until", "2026-05-01");

        var closed = step(Province.TOWNSHIP, id, "correction", "day", "2026-05-01", "note", "已改正");

        assertThat(closed.json().at("/handling/state").asString()).isEqualTo("CORRECTED");
        assertThat(persons.handling(member, "CORRECTION")).isGreaterThan(id);
    }
}
