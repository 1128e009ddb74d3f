package cn.dangjian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.local.House;
import cn.dangjian.local.HouseException;
import cn.dangjian.testkit.Api;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Who dispatches, imports and signs: accounts of units, activated when they are first needed. */
final class People {

    private final Api api;
    private final House.Account operator;
    private final Map<Long, Person> known = new ConcurrentHashMap<>();
    private final String password = UUID.randomUUID().toString();

    People(Api api, House.Account operator) {
        this.api = api;
        this.operator = operator;
    }

    /** Someone who can sign in. */
    record Person(long unit, String login) {}

    /** The people at these units, in the same order; their accounts must exist. */
    List<Person> activate(List<Long> units) {
        return units.stream().map(this::activate).toList();
    }

    private Person activate(long unit) {
        return known.computeIfAbsent(unit, each -> activate(each, codes(each).get(0)));
    }

    /** Two people at one unit: its office, and somebody else. */
    List<Person> activateTwo(long unit) {
        var second = Map.of("unit", unit, "displayName", "测量员", "duty", "clerk");
        expect(
                201,
                api.post("/identity/v1/accounts", second).as(operator()).key().send());
        return codes(unit).valueStream().map(code -> activate(unit, code)).toList();
    }

    private JsonNode codes(long unit) {
        var codes = api.post("/identity/v1/activation-codes", Map.of("units", List.of(unit)))
                .as(operator())
                .send();
        return expect(200, codes).json();
    }

    private Person activate(long unit, JsonNode code) {
        var person = new Person(unit, code.path("login").asString());
        var activated = api.post(
                        "/identity/v1/activations",
                        Map.of(
                                "login",
                                person.login(),
                                "code",
                                code.path("code").asString(),
                                "password",
                                password))
                .send();
        expect(204, activated);
        return person;
    }

    /** Of everybody who was activated. */
    String password() {
        return password;
    }

    /** A fresh access token. */
    String token(Person person) {
        return signIn(person.login(), password);
    }

    /** Signed in from now on. */
    Session session(Person person) {
        return new Session(() -> token(person));
    }

    /** A fresh access token of the administrator. */
    String operator() {
        return signIn(operator.login(), operator.password());
    }

    private String signIn(String login, String secret) {
        var form = "grant_type=" + URLEncoder.encode("urn:dangjian:params:oauth:grant-type:sign-in", UTF_8)
                + "&client_id=dangjian-app&username=" + URLEncoder.encode(login, UTF_8)
                + "&password=" + URLEncoder.encode(secret, UTF_8);
        var answer = api.post("/identity/oauth2/token", form)
                .contentType("application/x-www-form-urlencoded")
                .send();
        expect(200, answer);
        return answer.json().path("access_token").asString();
    }

    /** @throws HouseException if the answer is another */
    static Api.Answer expect(int status, Api.Answer answer) {
        if (answer.status() == status) return answer;
        throw new HouseException(
                answer.response().request().method() + " " + answer.response().uri() + " was answered with " + answer);
    }
}
