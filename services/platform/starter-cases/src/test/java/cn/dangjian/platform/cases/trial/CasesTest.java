package cn.dangjian.platform.cases.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A case goes from step to step, and is refused in the right order. */
class CasesTest extends Permits {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    CaseStore store;

    @Test
    void goesFromStepToStepAndTheJournalTells() {
        long id = asked();
        assertThat(take(OTHER, id, Permit.AGREED).json().path("state").asString())
                .isEqualTo("AGREED");

        var given = take(COUNTY, id, Permit.GIVEN, "document", "虚〔2026〕1号");

        assertThat(given.json().path("state").asString()).isEqualTo("GIVEN");
        assertThat(given.json().path("version").asInt()).isEqualTo(3);
        var journal = api.get("/v1/permits/" + id + "/journal")
                .as(tokens.at(OTHER))
                .send()
                .json();
        assertThat(journal.valueStream().map(entry -> entry.path("step").asString()))
                .containsExactly("ASKED", "AGREED", "GIVEN");
        assertThat(journal.path(2).path("document").asString()).isEqualTo("虚〔2026〕1号");
        assertThat(journal.path(2).path("unit").asLong()).isEqualTo(COUNTY);
        assertThat(journal.path(2).path("subject").asString()).isEqualTo("account:" + COUNTY);
        assertThat(journal.path(2).path("state").asString()).isEqualTo("GIVEN");
        assertThat(jdbc.sql("select closed_at is not null from case_file")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "11111, 200,",
        "1111,  200,",
        "111,   403, permit.not-yours",
        "1,     403, permit.not-yours",
        "11112, 404, permit.unknown",
        "121,   404, permit.unknown",
    })
    void isOpenedByWhoseHandItTakes(long who, int status, String problem) {
        var answer = ask(who, VILLAGE, null, false);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "11112, AGREED,   200,",
        "1111,  AGREED,   200,",
        "11111, AGREED,   403, permit.not-yours",
        "111,   AGREED,   403, permit.not-yours",
        "111,   GIVEN,    409, permit.wrong-state",
        "1111,  GIVEN,    403, permit.not-yours",
        "11111, REMARKED, 200,",
        "1,     SAMPLED,  200,",
        "11,    SAMPLED,  403, permit.not-yours",
        "1112,  AGREED,   404, permit.unknown",
        "121,   AGREED,   404, permit.unknown",
        "121,   GIVEN,    404, permit.unknown",
        "12111, REMARKED, 404, permit.unknown",
    })
    void eachStepTakesItsHandAndItsState(long who, Permit step, int status, String problem) {
        long id = asked();

        var answer = take(who, id, step);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(state(id)).isEqualTo(step == Permit.AGREED && status == 200 ? "AGREED" : "ASKED");
    }

    @Test
    void refusesWhoeverTookAStepBefore() {
        long id = asked();
        take(OTHER, id, Permit.AGREED);

        for (long account : new long[] {TOWNSHIP, OTHER}) {
            var answer = take(tokens.at(COUNTY, account), id, Permit.GIVEN, "document", "1号");
            assertThat(answer.problem()).isEqualTo("permit.same-person");
        }
        assertThat(take(COUNTY, id, Permit.GIVEN, "document", "1号").status()).isEqualTo(200);
    }

    @Test
    void refusesAStaleVersionAndADayAhead() {
        long id = asked();
        take(VILLAGE, id, Permit.REMARKED);

        var stale = api.post("/v1/permits/" + id + "/REMARKED", Map.of("guarded", false, "noted", false))
                .as(tokens.at(VILLAGE))
                .ifMatch("\"1\"")
                .send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(take(VILLAGE, id, Permit.REMARKED, "day", TODAY.plusDays(1).toString())
                        .problem())
                .isEqualTo("permit.day-ahead");
    }

    @Test
    void whatTheRoomRefusesIsNotTaken() {
        long id = asked();

        assertThat(take(OTHER, id, Permit.AGREED, "guarded", true).problem()).isEqualTo("permit.guarded");

        assertThat(state(id)).isEqualTo("ASKED");
        assertThat(jdbc.sql("select count(*) from case_step")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aStepWithoutWhatItMustSayIsAMistakeOfTheRoom() {
        long id = asked();
        take(OTHER, id, Permit.AGREED);

        assertThat(take(COUNTY, id, Permit.GIVEN).status()).isEqualTo(500);
        assertThat(state(id)).isEqualTo("AGREED");
    }

    @Test
    void aKindThatIsWrongIsFoundWhenItsRoomIsMade() {
        var wordless = CaseKind.of(
                "wordless",
                Permit.State.class,
                Permit.class,
                PermitRefusal.UNKNOWN,
                PermitRefusal.NOT_YOURS,
                PermitRefusal.WRONG_STATE);

        assertThatIllegalArgumentException().isThrownBy(() -> store.of(wordless));
        assertThatIllegalArgumentException().isThrownBy(() -> store.of(Permit.KIND.seenFrom(Tier.CITY)));
    }

    @Test
    void countsRounds() {
        long id = asked();
        take(OTHER, id, Permit.AGREED);

        var back = take(COUNTY, id, Permit.SENT_BACK, "note", "补材料");

        assertThat(back.json().path("round").asInt()).isEqualTo(2);
        assertThat(back.json().path("state").asString()).isEqualTo("ASKED");
        assertThat(jdbc.sql("select round from case_step order by id")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 1, 2);
    }

    @Test
    void whatIsDueFollowsFromTheStepOrFromTheRoom() {
        long id = asked();
        assertThat(due()).isEqualTo(TODAY.plusDays(10));

        take(VILLAGE, id, Permit.REMARKED);
        assertThat(due()).as("the state stays").isEqualTo(TODAY.plusDays(10));
        take(VILLAGE, id, Permit.ATTACHED);
        assertThat(due()).isEqualTo(TODAY.plusDays(10));
        take(OTHER, id, Permit.AGREED, "day", TODAY.minusDays(3).toString());
        assertThat(due()).as("from the step's day on").isEqualTo(TODAY.minusDays(4));
        take(
                COUNTY,
                id,
                Permit.SENT_BACK,
                "note",
                "补材料",
                "due",
                TODAY.plusDays(5).toString());
        assertThat(due()).isEqualTo(TODAY.plusDays(5));
        take(OTHER, id, Permit.AGREED);
        var given = take(COUNTY, id, Permit.GIVEN, "document", "1号");

        assertThat(given.json().path("due").isNull()).isTrue();
        assertThat(due()).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    private LocalDate due() {
        return jdbc.sql("select due_on from case_file").query(LocalDate.class).single();
    }

    @Test
    void whatIsWrittenAsideRaisesTheVersionAndTellsNothing() {
        long id = asked();

        assertThat(take(VILLAGE, id, Permit.ATTACHED).json().path("version").asInt())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from case_step")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aStepMayBeNotedAndTheStateStays() {
        long id = asked();

        take(OTHER, id, Permit.AGREED, "noted", true);

        assertThat(state(id)).isEqualTo("ASKED");
        assertThat(due()).isEqualTo(TODAY.plusDays(10));
        assertThat(jdbc.sql("select count(*) from case_step where step = 'AGREED' and state = 'ASKED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofManyAtTheSameTimeOneOpensACase() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(Collections.nCopies(6, (Callable<Integer>)
                    () -> ask(TOWNSHIP, VILLAGE, null, false).status()));
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) statuses.add(answer.get());
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        }
    }

    @Test
    void ofManyAtTheSameTimeOneTakesAStep() throws Exception {
        long id = asked();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(Collections.nCopies(
                    6, (Callable<Integer>) () -> take(OTHER, id, Permit.AGREED).status()));
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) statuses.add(answer.get());
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        }
    }

    @Test
    void theJournalIsReadByThoseWhoSeeTheCase() {
        long id = asked();

        assertThat(journal(Province.OTHER_COUNTY, id)).isZero();
        assertThat(journal(Province.THIRD_VILLAGE, id)).isZero();
        assertThat(journal(OTHER, id)).isEqualTo(1);
        assertThat(journal(Province.PROVINCE, id)).isEqualTo(1);
    }

    @Test
    void whoeverTakesACaseOverSeesItAndWhoeverHadItDoesNot() {
        long id = asked();

        store.of(Permit.KIND).handOver(List.of(id), new UnitId(Province.THIRD_VILLAGE));

        assertThat(journal(Province.THIRD_VILLAGE, id)).isEqualTo(1);
        assertThat(journal(VILLAGE, id)).isZero();
        assertThat(take(OTHER, id, Permit.AGREED).json().path("version").asInt())
                .isEqualTo(3);
    }

    private int journal(long who, long id) {
        return api.get("/v1/permits/" + id + "/journal")
                .as(tokens.at(who))
                .send()
                .json()
                .size();
    }
}
