package cn.dangjian.task;

import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.rules.calendar.WorkingDays;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Until when, in the three ways in which somebody may say it. */
class DeadlineApiTest extends RunningTask {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Autowired
    JdbcTemplate database;

    @Autowired
    WorkingDays workingDays;

    @AfterEach
    void forgetNotices() {
        database.update("delete from working_day where year(day) > 2030");
        database.update("delete from working_year where year > 2030");
    }

    private static String body(String deadline) {
        return """
            {"title":"排查村级活动场所","text":"请核实并上报。","goal":"全部核实","deadline":%s,"target":{"tier":"VILLAGE"}}\
            """.formatted(deadline);
    }

    private static LocalDate today() {
        return LocalDate.now(BEIJING);
    }

    @Test
    void aDayLastsToItsEndInBeijing() {
        var day = today().plusDays(20);

        var answer = tasks.post(body("\"" + day + "\""));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var at = OffsetDateTime.parse(answer.json().path("deadline").asString()).toInstant();
        assertThat(at)
                .isEqualTo(day.plusDays(1).atStartOfDay(BEIJING).toInstant().minusNanos(1000));
        assertThat(answer.json().path("dayOff").asBoolean())
                .isEqualTo(!workingDays.calendar().isWorking(day));
        assertThat(answer.json().path("provisional").asBoolean()).isFalse();
        var stored = api.get("/v1/dispatches/" + answer.json().path("id").asLong())
                .as(tokens.at(VILLAGE))
                .send()
                .json();
        assertThat(OffsetDateTime.parse(stored.path("deadline").asString()).toInstant())
                .isEqualTo(at);
    }

    @Test
    void aDayOffIsTakenAndSaid() {
        var calendar = workingDays.calendar();
        var off = today().plusDays(10);
        while (calendar.isWorking(off)) off = off.plusDays(1);

        var answer = tasks.post(body("\"" + off + "\""));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("dayOff").asBoolean()).isTrue();
    }

    @Test
    void workingDaysAreCountedByTheCalendarAndOfAnUnknownYearProvisionally() {
        var calendar = workingDays.calendar();
        for (int count : List.of(1, 10, 250)) {
            var answer = tasks.post(body("{\"workingDays\":" + count + "}"));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            var at = OffsetDateTime.parse(answer.json().path("deadline").asString());
            var day = at.atZoneSameInstant(BEIJING).toLocalDate();
            assertThat(day).isEqualTo(calendar.after(today(), count));
            assertThat(answer.json().path("provisional").asBoolean()).isEqualTo(!calendar.isWhole(today(), day));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `"soon"`                          | 400 | body.wrong-type
        `"2031-13-01"`                    | 400 | body.wrong-type
        `"2031-06-30T18:00:00"`           | 400 | body.wrong-type
        `20310630`                        | 400 | body.wrong-type
        `{"workingDays":null}`            | 400 | body.wrong-type
        `{"workingDays":"ten"}`           | 400 | body.wrong-type
        `{"days":5}`                      | 400 | body.unknown-field
        `{"workingDays":0}`               | 400 | body.invalid
        `{"workingDays":251}`             | 400 | body.invalid
        `null`                            | 400 | body.invalid
        `"2031-06-30T23:59:59Z"`          | 422 | deadline.end-of-another-day
        `"2031-06-30T23:59:59.999999Z"`   | 422 | deadline.end-of-another-day
        `"2020-06-30"`                    | 422 | deadline.past
        `"2020-06-30T18:00:00+08:00"`     | 422 | deadline.past
        `"2999-06-30"`                    | 422 | deadline.too-far
        `"2999-12-31T18:00:00+08:00"`     | 422 | deadline.too-far
        `"9999-12-31T18:00:00+08:00"`     | 422 | deadline.too-far
        """)
    void refusesWhatIsNoDeadlineAndStoresNothing(String deadline, int status, String code) {
        int before = tasks.dispatchesOf(COUNTY).size();

        var answer = tasks.post(body(deadline));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(tasks.dispatchesOf(COUNTY)).hasSize(before);
    }

    @Test
    void saysInWordsWhichMomentWasMeant() {
        var answer = tasks.post(body("\"2031-06-30T23:59:59Z\""));

        assertThat(answer.json().path("detail").asString()).contains("2031-07-01 07:59:59", "2031-06-30");
        assertThat(tasks.post(body("\"2031-06-30T23:59:59+08:00\"")).status()).isEqualTo(201);
    }

    @Test
    void takesTheLongestTextWithTheMostUnitsAndSaysWhatIsTooMuch() {
        var text = "核".repeat(20_000);
        var units = LongStream.rangeClosed(900_001, 902_000)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        String whole = body("\"" + today().plusDays(20) + "\"")
                .replace("请核实并上报。", text)
                .replace("{\"tier\":\"VILLAGE\"}", "{\"units\":[" + units + "]}");

        assertThat(tasks.post(whole).problem()).isEqualTo("target.outside-scope");
        var more = tasks.post(whole.replace("900001,", "900001,900000,"));
        assertThat(more.problem()).isEqualTo("body.invalid");
        assertThat(more.json().path("errors").toString()).contains("target.units");
        var longer = tasks.post(whole.replace(text, text + "核"));
        assertThat(longer.json().path("errors").toString()).contains("\"text\"");
    }

    @Test
    void isCountedAgainWhenTheNoticeIsKnownAndToldToThoseWhoHaveItToDo() {
        long dispatch = dispatchProvisional("2031-12-22", 10, "2032-01-06");
        long own = tasks.assignmentOf(VILLAGE, dispatch);
        database.update("update assignment set due_at = '2032-03-01 00:00:00' where id = ?", own);

        enter(2031, "虚构通知2031", "{\"day\":\"2031-12-27\",\"working\":true}");
        assertThat(deadline(dispatch)).isEqualTo("2032-01-05");
        assertThat(provisional(dispatch, own)).containsExactly(true, true);
        enter(2032, "虚构通知2032", "{\"day\":\"2032-01-02\",\"working\":false}");
        assertThat(deadline(dispatch)).isEqualTo("2032-01-06");
        assertThat(provisional(dispatch, own)).containsExactly(false, false);
        enter(2032, "虚构更正", "{\"day\":\"2032-01-05\",\"working\":false}");
        assertThat(deadline(dispatch)).as("what was final stays").isEqualTo("2032-01-06");

        await().untilAsserted(() -> {
            var heard = broker.heardOf("task.deadline-moved.v1").stream()
                    .filter(event -> event.path("data").path("dispatch").asLong() == dispatch)
                    .toList();
            assertThat(heard).hasSize(2);
            heard.forEach(event -> EventSchemas.validate("task.deadline-moved.v1", event.toString()));
            assertThat(heard)
                    .extracting(event -> event.path("data").path("provisional").asBoolean())
                    .containsExactly(true, false);
            assertThat(heard.getLast().path("data").path("reason").asString()).isEqualTo("虚构通知2032");
            assertThat(heard.getLast().path("data").path("assignments").valueStream())
                    .hasSize(4)
                    .noneMatch(one -> one.path("id").asLong() == own);
        });
        EventSchemas.validate("task.deadline-moved.v1", EventExamples.load("task.deadline-moved.v1"));
        var changed = broker.heardOf("task.dispatch-changed.v1").stream()
                .filter(event -> event.path("data").path("dispatch").asLong() == dispatch)
                .toList();
        changed.forEach(event -> EventSchemas.validate("task.dispatch-changed.v1", event.toString()));
        assertThat(changed)
                .as("whoever follows dates hears it as he hears of an extension")
                .extracting(event -> event.at("/data/what").asString())
                .containsExactly("RECOUNTED", "RECOUNTED");
    }

    @Test
    void nobodyIsLateBecauseOfANotice() {
        long dispatch = dispatchProvisional("2031-12-22", 10, "2032-01-06");
        database.update("update dispatch set deadline = ? where id = ?", end("2020-01-06"), dispatch);
        database.update("update working_deadline set deadline = ? where dispatch_id = ?", end("2020-01-06"), dispatch);

        enter(2031, "虚构通知2031", "{\"day\":\"2031-12-27\",\"working\":true}");

        assertThat(deadline(dispatch)).isEqualTo("2020-01-06");
    }

    @Test
    void whatSomebodyHasMovedMeanwhileStays() {
        long dispatch = dispatchProvisional("2031-12-22", 10, "2032-01-06");
        database.update("update dispatch set deadline = ? where id = ?", end("2032-02-06"), dispatch);

        enter(2031, "虚构通知2031", "{\"day\":\"2031-12-27\",\"working\":true}");

        assertThat(deadline(dispatch)).isEqualTo("2032-02-06");
    }

    private long dispatchProvisional(String from, int days, String until) {
        long dispatch =
                tasks.post(body("{\"workingDays\":250}")).json().path("id").asLong();
        database.update("update dispatch set deadline = ? where id = ?", end(until), dispatch);
        database.update(
                "update working_deadline set counted_from = ?, working_days = ?, deadline = ?, provisional = true"
                        + " where dispatch_id = ?",
                from,
                days,
                end(until),
                dispatch);
        return dispatch;
    }

    private static Timestamp end(String day) {
        return Timestamp.from(LocalDate.parse(day)
                .plusDays(1)
                .atStartOfDay(BEIJING)
                .toInstant()
                .minusNanos(1000));
    }

    private String deadline(long dispatch) {
        var answer = api.get("/v1/dispatches/" + dispatch).as(tokens.at(COUNTY)).send();
        return LocalDate.ofInstant(Instant.parse(answer.json().path("deadline").asString()), BEIJING)
                .toString();
    }

    private List<Boolean> provisional(long dispatch, long assignment) {
        return Stream.of("/v1/dispatches/" + dispatch, "/v1/assignments/" + assignment)
                .map(path -> api.get(path)
                        .as(tokens.at(VILLAGE))
                        .send()
                        .json()
                        .path("provisional")
                        .asBoolean())
                .toList();
    }

    private void enter(int year, String source, String day) {
        Api.Answer answer = api.put(
                        "/v1/working-years/" + year, "{\"source\":\"%s\",\"days\":[%s]}".formatted(source, day))
                .as(tokens.administrator())
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
