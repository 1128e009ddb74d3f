package cn.dangjian.organization.tree.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class SearchTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WordTable words;

    @Autowired
    PlatformTransactionManager transactions;

    Divisions divisions;
    Changes changes;

    @BeforeEach
    void tree() {
        divisions = new Divisions("65", api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        changes.make(Changes.rename(divisions.unit("0101100201"), "虚构桃花源村"), Changes.TODAY);
        settled();
    }

    private List<String> search(String who, String text) {
        var answer = api.get("/v1/units/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .as(tokens.at(divisions.unit(who)))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .valueStream()
                .map(item -> item.path("code").asString().substring(2))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"桃花源", "虚构桃", "thy", "THYC", "xgthyc", "650101100201"})
    void findsAUnitByAnyPartOfItsNameInEveryScope(String text) {
        for (var who : List.of("", "01", "0101", "0101100", "0101100201"))
            assertThat(search(who, text)).as(who).containsExactly("0101100201");
    }

    @Test
    @DisplayName("18.8 a place is found by the initials of its name as a place, in every scope")
    void findsAPlaceAsItIsCalled() {
        changes.make(Changes.rename(divisions.unit("0101100201"), "虚构尉氏乐清区"), Changes.TODAY);
        settled();

        for (var who : List.of("", "0101", "0101100201"))
            for (var typed : List.of("wsyqq", "yqq"))
                assertThat(search(who, typed)).contains("0101100201");
        assertThat(search("0101", "wsyqo")).isEmpty();
    }

    @Test
    @DisplayName("18.7 two villages whose endings fall together have two titles")
    void namesakesHaveTitlesOfTheirOwn() {
        changes.make(Changes.rename(divisions.unit("0101100201"), "虚构高家庄村委会"), Changes.TODAY);
        changes.make(Changes.rename(divisions.unit("0101100202"), "虚构高家庄村村民委员会"), Changes.TODAY);
        settled();

        assertThat(List.of(title("0101100201"), title("0101100202"), title("0101100203")))
                .doesNotHaveDuplicates()
                .noneMatch(title -> title.isEmpty());
        assertThat(title("0101100201")).contains("虚构高家庄村委会");

        changes.make(Changes.rename(divisions.unit("0101100202"), "虚构另一村村民委员会"), Changes.TODAY);
        settled();
        assertThat(title("0101100201")).endsWith("虚构高家庄村党组织");
    }

    @Test
    void noChangeOfTheTreeWaitsForNamesThatAreTakenApart() {
        settled();
        long unit = divisions.unit("0101100203");
        var taking = new TransactionTemplate(transactions);
        var changing = new TransactionTemplate(transactions);
        changing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        taking.executeWithoutResult(first -> {
            jdbc.sql("insert into word_pending (unit_id) values (:unit)")
                    .param("unit", unit)
                    .update();
            assertThat(words.listPending(500)).extracting(WordTable.Named::unit).contains(unit);
            changing.executeWithoutResult(second -> {
                jdbc.sql("set innodb_lock_wait_timeout = 1").update();
                assertThat(jdbc.sql("update unit set version = version + 1 where id = :id")
                                .param("id", unit)
                                .update())
                        .isEqualTo(1);
                jdbc.sql("set innodb_lock_wait_timeout = default").update();
                second.setRollbackOnly();
            });
            first.setRollbackOnly();
        });
    }

    private String title(String unit) {
        return api.get("/v1/units/" + divisions.unit(unit))
                .as(tokens.at(divisions.unit("0101")))
                .send()
                .json()
                .path("title")
                .asString();
    }

    private void settled() {
        await().until(() -> jdbc.sql("select count(*) from word_pending w join unit u on u.id = w.unit_id")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    @ParameterizedTest
    @CsvSource({"650201100-KJ", "650201100-kj", "650201100-K"})
    void findsAnOrganisationByItsCodeInCapitalsOrNot(String text) {
        changes.make(Changes.establish(divisions.unit("0201100"), "650201100-KJ", "虚构科技公司", "BRANCH"), Changes.TODAY);

        assertThat(search("0201", text)).containsExactly("0201100-KJ");
    }

    @ParameterizedTest
    @CsvSource({"0201", "0121", "0101100202"})
    void findsNothingOutsideTheScope(String who) {
        assertThat(search(who, "桃花源")).isEmpty();
        assertThat(search(who, "thy")).isEmpty();
        assertThat(search(who, "650101100201")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"%", "_", "'\\'", "桃%源"})
    void aWildcardIsAnOrdinaryCharacter(String text) {
        assertThat(search("", text)).isEmpty();
        assertThat(search("0101", text)).isEmpty();
    }

    @Test
    void forgetsAnEarlierName() {
        changes.make(Changes.rename(divisions.unit("0101100202"), "虚构杏花村"), Changes.TODAY);
        await().untilAsserted(() -> assertThat(search("", "杏花")).hasSize(1));
        changes.make(Changes.rename(divisions.unit("0101100202"), "虚构梨花村"), Changes.TODAY);

        await().untilAsserted(() -> assertThat(search("", "杏花")).isEmpty());
    }

    @Test
    void refusesAnEmptyOrEndlessQuestion() {
        for (var text : List.of("", "%20", "x".repeat(61)))
            assertThat(api.get("/v1/units/search?q=" + text)
                            .as(tokens.at(divisions.unit("")))
                            .send()
                            .status())
                    .isEqualTo(400);
        assertThat(api.get("/v1/units/search?q=x").send().status()).isEqualTo(401);
    }

    @Test
    void countsWhatIsBelowByTier() {
        var counts = api.get("/v1/units/" + divisions.unit("0101") + "/counts")
                .as(tokens.at(divisions.unit("01")))
                .send()
                .json();
        assertThat(counts.get(0).path("tier").asString()).isEqualTo("TOWNSHIP");
        assertThat(counts.get(0).path("units").asInt()).isEqualTo(2);
        assertThat(api.get("/v1/units/" + divisions.unit("0101") + "/counts")
                        .as(tokens.at(divisions.unit("0201")))
                        .send()
                        .status())
                .isEqualTo(404);
    }
}
