package cn.dangjian.member.person.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class DuplicateApiTest {

    private static final String QUESTIONS = "/v1/number-questions";

    /** As the rule says. */
    private static final int A_DAY = 20;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    Rows rows;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    private Api.Answer ask(long unit, long account, Object name, Object number) {
        return api.post(QUESTIONS, Map.of("name", name, "number", number, "purpose", "接收前查重"))
                .as(tokens.at(unit, account))
                .send();
    }

    private List<JsonNode> twins(long by, String kind) {
        var all = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var answer = persons.get(by, "/v1/duplicates?limit=2&same=" + kind + cursor);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            var page = answer.json();
            page.path("items").forEach(all::add);
            assertThat(all).as("comes to an end").hasSizeLessThan(2000);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private List<Long> ids(long by, String kind) {
        return twins(by, kind).stream().map(twin -> twin.path("id").asLong()).toList();
    }

    @Test
    void tellsWhoKnowsNameAndNumberWhichCountyToTurnTo() {
        var body = Persons.fullMember("欧阳 问讯");
        Persons.id(persons.register(Province.OTHER_VILLAGE, body));

        var answer = ask(Province.TOWNSHIP, 71001, "欧阳问讯", body.get("number"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("known").asBoolean()).isTrue();
        assertThat(answer.json().path("counties").valueStream().map(JsonNode::asString))
                .containsExactly("示范121");
    }

    @Test
    void answersAWrongNameAsAnUnknownNumber(CapturedOutput output) {
        var body = Persons.fullMember("欧阳保密");
        long id = Persons.id(persons.register(Province.OTHER_VILLAGE, body));

        var wrong = ask(Province.TOWNSHIP, 71002, "欧阳保秘", body.get("number"));
        var unknown = ask(Province.TOWNSHIP, 71002, "欧阳保密", Persons.number());

        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.body()).isEqualTo(unknown.body()).doesNotContain("121", String.valueOf(id));
        assertThat(wrong.json().path("known").asBoolean()).isFalse();
        assertThat(output.getAll()).doesNotContain(body.get("number").toString(), "欧阳保秘");
    }

    @Test
    void writesEachQuestionDownAndTellsIt() {
        var body = Persons.fullMember("欧阳留痕");
        long id = Persons.id(persons.register(Province.OTHER_VILLAGE, body));

        ask(Province.SECOND_TOWNSHIP, 71003, "欧阳留痕", body.get("number"));
        ask(Province.SECOND_TOWNSHIP, 71003, "欧阳无痕", body.get("number"));

        var readings = persons.get(Province.COUNTY, "/v1/readings?hours=1&account=71003")
                .json()
                .path("items");
        assertThat(readings).hasSize(2);
        assertThat(readings.get(0).path("member").isNull()).isTrue();
        assertThat(readings.get(1).path("member").asLong()).isEqualTo(id);
        assertThat(readings.get(1).path("what").asString()).isEqualTo("NUMBER");
        assertThat(persons.get(Province.OTHER_VILLAGE, "/v1/members/" + id + "/readings")
                        .json()
                        .path("items")
                        .findValuesAsString("purpose"))
                .containsExactly("接收前查重");
        var told = Awaitility.await()
                .until(
                        () -> broker.heardOf("member.personal-data-read.v1").stream()
                                .filter(event -> event.at("/data/account").asLong() == 71003)
                                .toList(),
                        events -> events.size() == 2);
        told.forEach(event -> EventSchemas.validate("member.personal-data-read.v1", event.toString()));
    }

    @Test
    void answersSoManyQuestionsOfAnAccountADay() {
        for (int i = 0; i < A_DAY; i++)
            assertThat(ask(Province.TOWNSHIP, 71004, "欧阳多问", Persons.number()).status())
                    .isEqualTo(200);

        var answer = ask(Province.TOWNSHIP, 71004, "欧阳多问", Persons.number());

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("duplicate.too-many");
        assertThat(ask(Province.TOWNSHIP, 71005, "欧阳多问", Persons.number()).status())
                .isEqualTo(200);
    }

    @Test
    void countsTheQuestionsOfAnAccountFromAllItsPostsAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = new ArrayList<Future<Api.Answer>>();
            for (int i = 0; i < 2 * A_DAY; i++) {
                long from = i % 2 == 0 ? Province.TOWNSHIP : Province.SECOND_TOWNSHIP;
                asked.add(threads.submit(() -> ask(from, 71007, "欧阳同问", Persons.number())));
            }
            int answered = 0;
            for (var one : asked) if (one.get().status() == 200) answered++;
            assertThat(answered).isEqualTo(A_DAY);
        }
    }

    @Test
    void answersNoBranchAndNoWrongNumber() {
        assertThat(ask(Province.VILLAGE, 71006, "欧阳基层", Persons.number()).problem())
                .isEqualTo("duplicate.not-entitled");
        assertThat(ask(Province.TOWNSHIP, 71006, "欧阳基层", "780000195001010000").status())
                .isEqualTo(422);
    }

    @Test
    void listsFilesWithOneNumberOfWhichOneSeesTwo() {
        var within = Persons.fullMember("夏侯县内");
        long one = Persons.id(persons.register(Province.VILLAGE, within));
        long two = Persons.id(persons.register(Province.SECOND_TOWNSHIP, 11121, within));
        var across = Persons.fullMember("夏侯县外");
        long here = Persons.id(persons.register(Province.VILLAGE, across));
        long there = Persons.id(persons.register(Province.OTHER_VILLAGE, across));

        assertThat(ids(Province.COUNTY, "NUMBER")).containsSubsequence(one, two).doesNotContain(here, there);
        assertThat(ids(Province.PROVINCE, "NUMBER")).contains(one, two).containsSubsequence(here, there);
        assertThat(ids(Province.TOWNSHIP, "NUMBER")).doesNotContain(one, two, here, there);
        assertThat(ids(Province.OTHER_COUNTY, "NUMBER")).doesNotContain(one, two, here, there);
        assertThat(ids(Province.COUNTY, "NAME")).doesNotContain(one, two);
        assertThat(twins(Province.COUNTY, "NUMBER").stream()
                        .filter(twin -> twin.path("sameAs").asLong() == one))
                .hasSize(2);
    }

    @Test
    void aNameWithTheSameBirthDayOnlySuggests() {
        var first = Persons.fullMember("阿依·古丽");
        first.put("number", Persons.number("19710304", 11));
        var second = Persons.fullMember("阿依•古丽");
        second.put("number", Persons.number("19710304", 22));
        var third = Persons.fullMember("阿依·古丽");
        third.put("number", Persons.number("19710305", 11));
        long one = Persons.id(persons.register(Province.VILLAGE, first));
        long two = Persons.id(persons.register(Province.SECOND_VILLAGE, second));
        long other = Persons.id(persons.register(Province.VILLAGE, third));

        assertThat(ids(Province.COUNTY, "NAME")).containsSubsequence(one, two).doesNotContain(other);
        assertThat(ids(Province.COUNTY, "NUMBER")).doesNotContain(one, two);
        assertThat(ids(Province.OTHER_COUNTY, "NAME")).doesNotContain(one, two);
    }

    @Test
    void showsEachFileOnceAlsoIfSeveralWereBornOnOneDay() {
        var mine = new ArrayList<Long>();
        int order = 900;
        for (String who : List.of("19610203 丙同日", "19610203 丁同日", "19620203 丙同日"))
            for (int file = 0; file < 2; file++) {
                var body = Persons.fullMember(who.substring(9));
                body.put("number", Persons.number(who.substring(0, 8), order++));
                mine.add(Persons.id(persons.register(Province.THIRD_VILLAGE, body)));
            }

        var ids = ids(Province.THIRD_VILLAGE, "NAME");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().filter(mine::contains)).containsExactlyElementsOf(mine);
    }

    /** The people of a village are compared with each other, those of a province by what several files have in common. */
    @Test
    void findsTheSameWhereverItBegins() {
        int order = 300;
        for (int pair = 0; pair < 3; pair++) {
            var twice = Persons.fullMember("东方两处");
            twice.put("number", Persons.number("1955081" + pair, order++));
            Persons.id(persons.register(Province.VILLAGE, twice));
            Persons.id(persons.register(Province.OTHER_VILLAGE, twice));
            var alike = Persons.fullMember("东方两处");
            alike.put("number", Persons.number("1955081" + pair, order++));
            Persons.id(persons.register(Province.VILLAGE, alike));
        }
        for (long unit : new long[] {Province.PROVINCE, Province.COUNTY, Province.VILLAGE, Province.OTHER_COUNTY}) {
            var scope = Scope.subtree(Province.path(unit));
            var few = new DuplicateQueries(rows, 1_000_000);
            var many = new DuplicateQueries(rows, 0);

            assertThat(few.listByNumber(0, 2000, scope)).isEqualTo(many.listByNumber(0, 2000, scope));
            var byName = many.listByName(0, 2000, scope);
            assertThat(few.listByName(0, 2000, scope)).isEqualTo(byName);
            if (unit == Province.OTHER_COUNTY) continue;
            assertThat(byName).hasSizeGreaterThan(5);
            long middle = byName.get(3).id();
            assertThat(few.listByName(middle, 2, scope))
                    .isEqualTo(many.listByName(middle, 2, scope))
                    .hasSize(2);
        }
    }
}
