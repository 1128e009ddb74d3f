package cn.dangjian.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The people of the demo province: signs them in, and activates those who have never been here. */
final class People {

    static final String PASSWORD = "journey-Passw0rd-2026";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    private final House house;
    private final Api api;

    People(House house) {
        this.house = house;
        this.api = Catalogue.api(house.gatewayUrl());
    }

    /** The demo account of a tier; each lies below the one of the tier above. */
    House.Account at(String tier) {
        return house.demoAccounts().stream()
                .filter(account -> account.tier().equals(tier))
                .findFirst()
                .orElseThrow();
    }

    /** A token of the demo account of a tier. */
    String token(String tier) {
        var account = at(tier);
        return token(account.login(), account.password());
    }

    String operator() {
        return token(house.operator().login(), house.operator().password());
    }

    /** Signs in at the token endpoint; tokens are kept, as an app keeps them: the journeys may last longer than one lives. */
    String token(String login, String password) {
        return TOKENS.compute(
                        login,
                        (each, held) -> held != null && held.isFresh()
                                ? held
                                : new Token(
                                        signIn(each, password)
                                                .json()
                                                .path("access_token")
                                                .asString(),
                                        System.nanoTime()))
                .text();
    }

    Api.Answer signIn(String login, String password) {
        var form = "grant_type=" + encoded("urn:dangjian:params:oauth:grant-type:sign-in")
                + "&client_id=dangjian-app&username=" + encoded(login) + "&password=" + encoded(password);
        var answer = api.post("/identity/oauth2/token", form)
                .contentType("application/x-www-form-urlencoded")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    /** Activates the accounts of some units below a unit and gives a token for each, in the order of their codes. */
    List<Person> activate(String tier, long under, int most) {
        var codes = api.post("/identity/v1/activation-codes", Map.of("tier", tier, "under", under))
                .as(operator())
                .send();
        assertThat(codes.status()).as(codes.toString()).isEqualTo(200);
        return codes.json().valueStream().limit(most).map(this::activate).toList();
    }

    private Person activate(JsonNode code) {
        var person = activated(code);
        return new Person(
                person.login(),
                api.get("/identity/v1/me")
                        .as(person.token())
                        .send()
                        .json()
                        .path("unit")
                        .asLong(),
                person.token());
    }

    /** Uses a code, also of somebody who is at no unit. */
    Person activated(JsonNode code) {
        String login = code.path("login").asString();
        var answer = api.post(
                        "/identity/v1/activations",
                        Map.of("login", login, "code", code.path("code").asString(), "password", PASSWORD))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        return new Person(login, 0, token(login, PASSWORD));
    }

    /**
     * Someone who has signed in.
     *
     * @param unit 0 if he acts for none
     */
    record Person(String login, long unit, String token) {}

    /** @param since in nanoseconds, of {@link System#nanoTime()} */
    private record Token(String text, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < KEPT.toNanos();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
