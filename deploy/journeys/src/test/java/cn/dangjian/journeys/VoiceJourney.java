package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A village answers back to the county, and hears the reply; a deadline is a day, and its end is in Beijing. */
class VoiceJourney {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.now(BEIJING).plusDays(40);

    private final People people = new People(StartedHouse.get());
    private final String gateway = StartedHouse.get().gatewayUrl();
    private final Api api = Catalogue.api(gateway);
    private final Tasks tasks = new Tasks(gateway);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    private static String order(String text, String target) {
        return """
            {"title":"核实活动场所反馈","text":"%s","goal":"全部核实","deadline":"%s","target":%s}\
            """.formatted(text, DAY, target);
    }

    private Api.Answer dispatch(String body) {
        return api.post("/task/v1/dispatches", body)
                .as(people.token("COUNTY"))
                .key()
                .send();
    }

    @Test
    void aVillageAnswersTheCountyRepliesAndTheVillageHearsIt() {
        String county = people.token("COUNTY");
        String village = people.token("VILLAGE");
        var preview = api.post(
                        "/task/v1/dispatch-previews",
                        "{\"deadline\":\"%s\",\"target\":{\"tier\":\"VILLAGE\"}}".formatted(DAY))
                .as(county)
                .send();
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);

        var sent = dispatch(order("请核实并上报。", "{\"tier\":\"VILLAGE\"}"));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
        assertThat(sent.json().path("addressed")).isEqualTo(preview.json().path("addressed"));
        var deadline = OffsetDateTime.parse(sent.json().path("deadline").asString());
        assertThat(deadline.toInstant())
                .isEqualTo(DAY.plusDays(1).atStartOfDay(BEIJING).toInstant().minusNanos(1000));
        long dispatch = sent.json().path("id").asLong();
        await().until(() -> tasks.inbox(village, dispatch).size() == 1);
        long assignment =
                tasks.inbox(village, dispatch).getFirst().path("assignment").asLong();

        var said = api.post(
                        "/task/v1/assignments/" + assignment + "/voices",
                        Map.of(
                                "kind", "IMPOSSIBLE_BY_THEN",
                                "text", "正在换届，无法按期完成。",
                                "day", DAY.plusDays(20).toString()))
                .as(village)
                .key()
                .send();
        assertThat(said.status()).as(said.toString()).isEqualTo(201);

        await().untilAsserted(() -> assertThat(tasks.inbox(county, dispatch))
                .extracting(item -> item.path("kind").asString())
                .containsExactly("VOICE"));
        var told = tasks.inbox(county, dispatch).getFirst();
        assertThat(told.at("/text/zh").asString()).contains("核实活动场所反馈", "正在换届，无法按期完成。");
        var opened = api.get(told.path("link").asString()).as(county).send();
        assertThat(opened.json().path("state").asString()).as(opened.toString()).isEqualTo("OPEN");
        try (var phone = new Stream(gateway, village, null)) {
            await().until(phone::isReady);
            var accepted = api.post(told.path("link").asString() + "/acceptance", Map.of("reply", "同意延期。"))
                    .as(county)
                    .send();
            assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(phone.inbox()).anySatisfy(push -> {
                        assertThat(push.data().path("dispatch").asLong()).isEqualTo(dispatch);
                        assertThat(push.data().path("kind").asString()).isEqualTo("VOICE_ACCEPTED");
                        assertThat(push.data().at("/text/zh").asString()).endsWith("同意延期。");
                    }));
        }
        var detail =
                api.get("/task/v1/assignments/" + assignment).as(village).send().json();
        assertThat(OffsetDateTime.parse(detail.path("dueAt").asString())
                        .atZoneSameInstant(BEIJING)
                        .toLocalDate())
                .isEqualTo(DAY.plusDays(20));

        var urged = api.post("/task/v1/dispatches/" + dispatch + "/urgings", Map.of("word", "请尽快上报。"))
                .as(county)
                .key()
                .send();
        assertThat(urged.status()).as(urged.toString()).isEqualTo(201);
        assertThat(urged.json().path("urged")).isEqualTo(sent.json().path("addressed"));
        assertThat(api.get("/task/v1/voices/" + said.json().path("id").asLong())
                        .as(people.token("PROVINCE"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theLongestTextWithTheMostUnitsComesThroughTheGatewayAndMoreIsRefusedInWords() {
        String units = LongStream.rangeClosed(900_000_001, 900_002_000)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        String text = "核".repeat(20_000);

        var most = dispatch(order(text, "{\"units\":[" + units + "]}"));
        assertThat(most.problem()).as(most.toString()).isEqualTo("target.outside-scope");
        var more = dispatch(order(text, "{\"units\":[" + units + ",1]}"));
        assertThat(more.problem()).isEqualTo("body.invalid");
        assertThat(more.json().path("errors").toString()).contains("target.units");
        var far = dispatch(order("核".repeat(900_000), "{\"tier\":\"VILLAGE\"}"));
        assertThat(far.status()).as(far.toString()).isEqualTo(413);
        assertThat(far.problem()).isEqualTo("body.too-large");
    }

    @Test
    void aTextThatDemandsPhotosIsRefusedWithTheArticle() {
        var refused = dispatch(order("请上传现场照片。", "{\"tier\":\"VILLAGE\"}"));

        assertThat(refused.problem()).isEqualTo("trace.demanded");
        assertThat(refused.json().path("detail").asString()).contains("照片", "R-42");
    }
}
