package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What people do with files of persons, through the gateway; none of these persons exists. */
final class Members {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Api api;

    Members(Api api) {
        this.api = api;
    }

    /** Nobody's: no division has the code 770000. */
    static String number(String birth) {
        String digits = "770000" + birth + "%03d".formatted(NEXT.getAndIncrement() % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        return digits + "10X98765432".charAt(sum % 11);
    }

    static Map<String, Object> applicant(String name, String appliedOn) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        body.put("number", number("19900515"));
        body.put("appliedOn", appliedOn);
        return body;
    }

    static Map<String, Object> fullMember(String name) {
        var body = applicant(name, "2009-03-01");
        body.put("admittedOn", "2011-07-01");
        body.put("fullOn", "2012-07-01");
        body.put("memberClass", "RURAL");
        return body;
    }

    /** Opens a file and gives its number. */
    long register(String token, long unit, Map<String, Object> body) {
        var answer = post(token, "units/" + unit + "/members", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().at("/member/id").asLong();
    }

    /** The branch asks for the account and hands out its code; the member chooses his password and has a token. */
    String signedIn(long id, String secretary, People people) {
        var asked = post(secretary, "members/" + id + "/account", Map.of());
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(10)).until(() -> !get(secretary, "members/" + id)
                .json()
                .at("/member/account")
                .isNull());
        var codes = api.post("/identity/v1/member-activation-codes", Map.of("members", List.of(id)))
                .as(secretary)
                .send();
        assertThat(codes.status()).as(codes.toString()).isEqualTo(200);
        return people.activated(codes.json().get(0)).token();
    }

    Api.Answer get(String token, String path) {
        return api.get("/member/v1/" + path).as(token).send();
    }

    Api.Answer post(String token, String path, Object body) {
        return api.post("/member/v1/" + path, body).as(token).key().send();
    }
}
