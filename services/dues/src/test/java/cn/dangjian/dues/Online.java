package cn.dangjian.dues;

import static cn.dangjian.dues.Payers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Members who pay online in the sandbox. */
public final class Online {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long ACCOUNTS = 5_000_000;

    /** Each amount has a mood of its own: no test takes that of another one. */
    private static final AtomicLong AMOUNTS = new AtomicLong(100);

    private final Payers payers;
    private final Api api;
    private final Tokens tokens;
    private final JdbcClient jdbc;

    public Online(Payers payers, Api api, Tokens tokens, JdbcClient jdbc) {
        this.payers = payers;
        this.api = api;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    /** A member of a unit with an account, who owes 15.00 of this month. */
    public long owing(long unit) {
        long member = payers.member(unit);
        payers.base(unit, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        jdbc.sql("insert into member_account (member_id, account_id) values (?, ?)")
                .params(member, member + ACCOUNTS)
                .update();
        return member;
    }

    /** Some yuan that nobody else orders. */
    public static String amount() {
        long fen = AMOUNTS.incrementAndGet();
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    /** The member himself, who has no post. */
    private String token(long member) {
        return tokens.at(Province.VILLAGE, member + ACCOUNTS);
    }

    public Api.Answer order(long member, String amount) {
        return api.post("/v1/me/orders", Map.of("amount", amount))
                .as(token(member))
                .key()
                .send();
    }

    /** An order of which the provider knows. */
    public JsonNode ready(long member, String amount) {
        var answer = order(member, amount);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return await(member, answer.json().path("id").asLong(), "PAYING");
    }

    public JsonNode order(long member, long order) {
        return api.get("/v1/me/orders/" + order).as(token(member)).send().json();
    }

    public JsonNode await(long member, long order, String state) {
        return payers.await().atMost(PATIENCE).until(() -> order(member, order), found -> found.path("state")
                .asString()
                .equals(state));
    }

    /** Asks the provider about an order now, and not when its time comes. */
    public void due(long order) {
        jdbc.sql("update pay_order set next_ask_at = '2020-01-01' where id = ? and next_ask_at is not null")
                .param(order)
                .update();
    }

    public Api.Answer close(long member, long order) {
        return api.post("/v1/me/orders/" + order + "/closing")
                .as(token(member))
                .key()
                .send();
    }

    /** Somebody who has the order's address pays, without a token. */
    public Api.Answer pay(JsonNode order, String mood) {
        return api.post(page(order) + "/payment?mood=" + mood).send();
    }

    /** The provider tells of it once more. */
    public Api.Answer tell(JsonNode order, String mood) {
        return api.post(page(order) + "/callback?mood=" + mood).send();
    }

    private static String page(JsonNode order) {
        String url = order.path("payUrl").asString();
        return url.substring(url.indexOf("/v1/"));
    }

    /** How the provider behaves at its next call about this amount. */
    public void mood(String amount, String mood) {
        var answer = api.post("/v1/sandbox/pages/moods", Map.of("amount", amount, "mood", mood))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    public int postings(long member) {
        return jdbc.sql("select count(*) from posting where member_id = ?")
                .param(member)
                .query(Integer.class)
                .single();
    }

    public void isBalanced() {
        var trial = api.get("/v1/trial-balance").as(tokens.administrator()).send();
        assertThat(trial.json().path("balanced").asBoolean())
                .as(trial.toString())
                .isTrue();
    }

    /** The list of a day is fetched anew, and what was there is held against it. */
    public void fetch(LocalDate day) {
        var asked = api.post("/v1/statements?day=" + day)
                .as(tokens.at(Province.COUNTY))
                .send();
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        payers.await()
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from statement_due where day = ?")
                                .param(day)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /** The finding of an order's line or booking. */
    public JsonNode finding(long unit, long member) {
        var found = api.get("/v1/findings?limit=200").as(tokens.at(unit)).send().json();
        return found.path("items")
                .valueStream()
                .filter(one -> one.path("member").asLong() == member)
                .findFirst()
                .orElseThrow();
    }
}
