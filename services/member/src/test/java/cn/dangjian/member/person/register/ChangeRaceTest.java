package cn.dangjian.member.person.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A file that is written anew while something else happens to the person, or at his unit. */
@ServiceTest
class ChangeRaceTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Standings standings;

    @Autowired
    Members members;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    private Persons persons;
    private JdbcClient jdbc;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        jdbc = JdbcClient.create(database);
    }

    private CompletableFuture<Api.Answer> changing(long by, long member, Map<String, ?> file) {
        return CompletableFuture.supplyAsync(() -> api.put("/v1/members/" + member, file)
                .as(tokens.at(by))
                .ifMatch("\"1\"")
                .key()
                .send());
    }

    /** Whether it has ended, or waits for what this transaction holds. */
    private boolean waits(CompletableFuture<?> change) {
        await().until(() ->
                change.isDone() || jdbc.sql("""
                    select count(*) from information_schema.processlist
                     where command = 'Query' and time >= 1 and info like '%for update%'\
                    """).query(Integer.class).single() > 0);
        return !change.isDone();
    }

    @Test
    void isRefusedToWhoeverHasLostThePersonMeanwhile() {
        long member = persons.member("易主");

        var changes = transaction.execute(status -> {
            standings.record(
                    List.of(Happening.arrived(
                            new MemberId(member), new UnitId(Province.SECOND_VILLAGE), LocalDate.of(2026, 1, 1))),
                    "account:1",
                    Instant.now());
            members.touch(List.of(member));
            var village = changing(Province.VILLAGE, member, Map.of("name", "易名甲"));
            var township = changing(Province.TOWNSHIP, member, Map.of("name", "易名乙"));
            assertThat(waits(village)).isTrue();
            assertThat(waits(township)).isTrue();
            return List.of(village, township);
        });

        assertThat(changes.get(0).join().status()).isEqualTo(404);
        assertThat(changes.get(1).join().status()).isEqualTo(412);
        var file = persons.file(Province.SECOND_VILLAGE, member).json();
        assertThat(file.at("/member/name").asString()).isEqualTo("易主");
        assertThat(file.at("/member/version").asLong()).isEqualTo(2);
    }

    @Test
    void aNumberWaitsForWhoeverRegistersAtTheUnit() {
        String number = Persons.number();
        var elsewhere = Persons.fullMember("同号乙");
        elsewhere.put("number", number);
        long known = Persons.id(persons.register(Province.OTHER_VILLAGE, elsewhere));
        long registered = persons.member("同号丙");
        long member = persons.member("同号丁");

        var change = transaction.execute(status -> {
            members.lock(List.of(new UnitId(Province.VILLAGE)));
            var changing = changing(Province.VILLAGE, member, Map.of("name", "同号丁", "number", number));
            assertThat(waits(changing)).isTrue();
            // as if he had been registered here with that number
            jdbc.sql("update member m join member k on k.id = :known set m.number_index = k.number_index where"
                            + " m.id = :id")
                    .param("known", known)
                    .param("id", registered)
                    .update();
            return changing;
        });

        assertThat(change.join().problem()).isEqualTo("member.duplicate");
    }
}
