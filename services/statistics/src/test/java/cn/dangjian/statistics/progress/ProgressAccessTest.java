package cn.dangjian.statistics.progress;

import static cn.dangjian.statistics.progress.Dispatches.LATER;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.OTHER_CITY;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.OTHER_VILLAGE;
import static cn.dangjian.testkit.Province.SIBLING_COUNTY;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressAccessTest extends RunningStatistics {

    @ParameterizedTest
    @ValueSource(longs = {OTHER_VILLAGE, OTHER_COUNTY, OTHER_CITY, SIBLING_COUNTY})
    void unitsElsewhereGetNothing(long stranger) {
        long dispatch = dispatches.underWay(LATER);

        for (String url : urls(dispatch)) {
            var answer = api.get(url).as(tokens.at(stranger)).send();
            assertThat(answer.status()).as(url).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("progress.unknown");
            assertThat(answer.body()).doesNotContain("整治").doesNotContain("示范");
        }
    }

    @Test
    void aDispatchThatDoesNotExistLooksTheSame() {
        long dispatch = dispatches.underWay(LATER);

        var foreign = dispatches.progress(dispatch, OTHER_COUNTY, "").json();
        var missing = dispatches.progress(987654, OTHER_COUNTY, "").json();

        for (String field : List.of("type", "title", "status", "detail", "code")) {
            assertThat(missing.path(field)).isEqualTo(foreign.path(field));
        }
    }

    @Test
    void withoutAValidTokenThereIsNoAnswer() {
        long dispatch = dispatches.underWay(LATER);

        for (String url : urls(dispatch)) {
            assertThat(api.get(url).send().status()).isEqualTo(401);
            assertThat(api.get(url).as(tokens.expired(COUNTY)).send().status()).isEqualTo(401);
            assertThat(api.get(url).as(tokens.forged(COUNTY)).send().status()).isEqualTo(401);
            assertThat(api.get(url).as(tokens.withoutPost()).send().status()).isEqualTo(403);
            assertThat(api.get(url).as(tokens.service("task")).send().status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "progress?cursor=abc, cursor.invalid",
        "progress?cursor=%F0%9F%98%80, cursor.invalid",
        "progress?limit=0, body.invalid",
        "progress?limit=201, body.invalid",
        "progress?limit=many, body.invalid",
        "progress?unit=here, body.invalid",
        "progress/units?cursor=abc, cursor.invalid",
        "progress/units?state=lost, progress.no-such-state"
    })
    void badParametersAreRefused(String url, String code) {
        long dispatch = dispatches.underWay(LATER);

        var answer = api.get("/v1/dispatches/" + dispatch + "/" + url)
                .as(tokens.at(COUNTY))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @Test
    void refusalsSpeakTheReadersLanguage() {
        var chinese = dispatches.progress(987654, COUNTY, "").json();
        var english = api.get("/v1/dispatches/987654/progress/units?state=lost")
                .as(tokens.at(COUNTY))
                .inEnglish()
                .send()
                .json();

        assertThat(chinese.path("title").asString()).isEqualTo("没有此任务的进度");
        assertThat(english.path("detail").asString())
                .contains("addressed, delivered")
                .contains("overdue");
    }

    private static List<String> urls(long dispatch) {
        return List.of(
                "/v1/dispatches/" + dispatch + "/progress",
                "/v1/dispatches/" + dispatch + "/progress?unit=" + COUNTY,
                "/v1/dispatches/" + dispatch + "/progress?unit=" + VILLAGE,
                "/v1/dispatches/" + dispatch + "/progress/units",
                "/v1/dispatches/" + dispatch + "/progress/units?state=failed&unit=" + TOWNSHIP,
                "/v1/dispatches/" + dispatch + "/check");
    }
}
