package cn.dangjian.assessment.scheme;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.indicator;
import static cn.dangjian.assessment.Scored.scheme;
import static cn.dangjian.assessment.Scored.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scheme may say, and who publishes it; years that nobody is scored in yet. */
class SchemeApiTest extends RunningAssessment {

    static Stream<Arguments> impossible() {
        Supplier<List<Map<String, Object>>> four = () -> four();
        return Stream.of(
                Arguments.of("scheme.weights-off", change(four.get(), 0, "weight", "39.90", "weightLeast", "0.00")),
                Arguments.of("scheme.weights-off", overflowing()),
                Arguments.of("scheme.module-unknown", change(four.get(), 1, "module", "ELSEWHERE")),
                Arguments.of("scheme.measure-unknown", change(four.get(), 1, "measure", "member.height")),
                Arguments.of("scheme.measure-unfit", change(four.get(), 1, "method", "VOTE")),
                Arguments.of("scheme.fact-twice", change(four.get(), 1, "measure", "task.late")),
                Arguments.of("scheme.points-unreachable", change(four.get(), 1, "fullMark", 5000)),
                Arguments.of("scheme.points-unreachable", change(four.get(), 1, "cap", "29.99")),
                Arguments.of("scheme.points-unreachable", change(four.get(), 3, "each", "0.00")),
                Arguments.of("scheme.points-unreachable", change(four.get(), 3, "cap", "10.01")),
                Arguments.of("scheme.points-unreachable", change(four.get(), 4, "cap", "0.49")),
                Arguments.of("scheme.additions-over", change(four.get(), 4, "cap", "5.01")),
                Arguments.of("scheme.forbidden", change(four.get(), 1, "name", "每日打卡签到率")),
                Arguments.of("scheme.forbidden", change(four.get(), 1, "name", "学习平台在线时长")),
                Arguments.of("scheme.forbidden", change(four.get(), 1, "name", "文章点赞数")),
                Arguments.of("scheme.forbidden", change(four.get(), 1, "name", "活动拍照上传")),
                Arguments.of("scheme.forbidden", change(four.get(), 1, "name", "乡镇月排名")));
    }

    /** Weights that are 100.00 when whole numbers of 32 bits turn over. */
    private static List<Map<String, Object>> overflowing() {
        var indicators = new ArrayList<Map<String, Object>>();
        for (int each = 0; each < 42; each++) indicators.add(indicator("EXPERT" + each, "EXPERT", "", "999999.99"));
        indicators.add(indicator("REST", "EXPERT", "", "949773.38"));
        return indicators;
    }

    private static List<Map<String, Object>> change(List<Map<String, Object>> all, int which, Object... fields) {
        all.set(which, with(all.get(which), fields));
        return all;
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void isNotPublishedWith(String code, List<Map<String, Object>> indicators) {
        long id = scored.draft(Province.CITY, scheme(2041, "VILLAGE", indicators))
                .json()
                .path("id")
                .asLong();

        var answer = scored.publish(Province.CITY, id, LocalDate.of(2041, 1, 1));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(scored.get(Province.CITY, "/v1/schemes/" + id + "/findings")
                        .json()
                        .at("/findings/0/code")
                        .asString())
                .isEqualTo(code);
        assertThat(scored.get(Province.CITY, "/v1/schemes/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DRAFT");
    }

    @Test
    void namesEachIndicatorOnce() {
        var answer = scored.draft(Province.CITY, scheme(2041, "VILLAGE", change(four(), 1, "code", "TASKS")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("scheme.code-twice");
    }

    @Test
    void namesTheArticleThatForbids() {
        var monthly = scheme(2041, "TOWNSHIP", four());
        monthly.put("ranking", "MONTHLY");
        long id = scored.draft(Province.CITY, monthly).json().path("id").asLong();

        var answer = scored.publish(Province.CITY, id, LocalDate.of(2041, 1, 1));

        assertThat(answer.problem()).isEqualTo("scheme.ranked-too-often");
        assertThat(answer.json().path("detail").asString()).contains("R-42");
    }

    @Test
    void isAdaptedWithinItsBandsOnly() {
        long frame = scored.published(Province.PROVINCE, scheme(2042, "VILLAGE", four()));

        assertThat(publishing(frame, change(change(four(), 0, "weight", "50.01"), 1, "weight", "19.99")))
                .isEqualTo("scheme.outside-band");
        assertThat(publishing(frame, change(four(), 0, "fullMark", 9000))).isEqualTo("scheme.frame-changed");
        assertThat(publishing(frame, change(four(), 3, "cap", "0.01"))).isEqualTo("scheme.frame-changed");
        assertThat(publishing(frame, change(four(), 3, "each", "0.01"))).isEqualTo("scheme.frame-changed");
        assertThat(publishing(frame, change(four(), 4, "cap", "5.00"))).isEqualTo("scheme.frame-changed");
        assertThat(publishing(frame, four().subList(0, 4))).isEqualTo("scheme.frame-left-out");
        var more = change(change(four(), 0, "weight", "30.00"), 1, "weight", "29.00");
        more.add(with(indicator("OWN", "DEDUCTION", "task.returned", "11.00"), "each", "1.00"));
        assertThat(publishing(frame, more)).isEqualTo("scheme.own-over");
        var own = change(four(), 0, "weight", "30.00");
        own.add(with(indicator("OWN", "DEDUCTION", "task.returned", "10.00"), "each", "1.00"));
        assertThat(publishing(frame, own)).isEqualTo("published");

        long without = scored.draft(Province.OTHER_COUNTY, scheme(2042, "VILLAGE", four()))
                .json()
                .path("id")
                .asLong();
        assertThat(scored.publish(Province.OTHER_COUNTY, without, LocalDate.of(2042, 1, 1))
                        .problem())
                .isEqualTo("scheme.frame-missing");
    }

    private String publishing(long frame, List<Map<String, Object>> indicators) {
        var scheme = scheme(2042, "VILLAGE", indicators);
        scheme.put("frame", frame);
        var drafted = scored.draft(Province.COUNTY, scheme);
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        var answer = scored.publish(Province.COUNTY, drafted.json().path("id").asLong(), LocalDate.of(2042, 1, 1));
        return answer.status() == 200 ? "published" : answer.problem();
    }

    @Test
    void isReplacedByAnotherVersionFromADayOn() {
        long first = scored.published(Province.OTHER_CITY, scheme(2043, "TOWNSHIP", four()));
        long second = scored.draft(Province.OTHER_CITY, scheme(2043, "TOWNSHIP", four()))
                .json()
                .path("id")
                .asLong();

        assertThat(scored.publish(Province.OTHER_CITY, second, LocalDate.of(2043, 1, 1))
                        .problem())
                .isEqualTo("scheme.wrong-day");
        assertThat(scored.publish(Province.OTHER_CITY, second, LocalDate.of(2044, 1, 1))
                        .problem())
                .isEqualTo("scheme.wrong-day");
        assertThat(scored.publish(Province.OTHER_CITY, second, LocalDate.of(2043, 7, 1))
                        .status())
                .isEqualTo(200);

        assertThat(scored.get(Province.OTHER_CITY, "/v1/schemes/" + first)
                        .json()
                        .path("to")
                        .asString())
                .isEqualTo("2043-07-01");
        assertThat(scored.publish(Province.OTHER_CITY, second, LocalDate.of(2043, 8, 1))
                        .problem())
                .isEqualTo("scheme.published-already");
    }

    @Test
    void isMadeByCountiesAndAboveAndReadByWhoeverIsScored() {
        assertThat(scored.draft(Province.TOWNSHIP, scheme(2045, "VILLAGE", four()))
                        .problem())
                .isEqualTo("scheme.not-county");
        long draft = scored.draft(Province.COUNTY, scheme(2045, "VILLAGE", four()))
                .json()
                .path("id")
                .asLong();
        assertThat(scored.get(Province.VILLAGE, "/v1/schemes/" + draft).status())
                .isEqualTo(404);
        assertThat(scored.publish(Province.CITY, draft, LocalDate.of(2045, 1, 1))
                        .problem())
                .isEqualTo("scheme.not-owner");

        assertThat(scored.publish(Province.COUNTY, draft, LocalDate.of(2045, 1, 1))
                        .status())
                .isEqualTo(200);

        assertThat(scored.get(Province.VILLAGE, "/v1/schemes/" + draft).status())
                .isEqualTo(200);
        assertThat(scored.get(Province.OTHER_VILLAGE, "/v1/schemes/" + draft).status())
                .isEqualTo(404);
        assertThat(scored.get(Province.VILLAGE, "/v1/schemes?year=2045")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(TODAY.getYear()).isLessThan(2041);
    }
}
