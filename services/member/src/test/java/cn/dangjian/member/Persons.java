package cn.dangjian.member;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.seals.SealSettings;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Persons as branches write them down; none of them exists. */
public final class Persons {

    /** No division has this code. */
    private static final String AREA = "780000";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Api api;
    private final Tokens tokens;

    public Persons(Api api, Tokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** A number that nobody has and that no other call gives. */
    public static String number() {
        int next = NEXT.getAndIncrement();
        return number("19%02d%02d%02d".formatted(50 + next / 9990 % 40, 1 + next / 900 % 12, 1 + next / 30 % 28), next);
    }

    /** @param birth as YYYYMMDD */
    public static String number(String birth, int order) {
        String digits = AREA + birth + "%03d".formatted(order % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** What a branch writes down of a full member. */
    public static Map<String, Object> fullMember(String name) {
        var body = applicant(name);
        body.put("admittedOn", "2011-07-01");
        body.put("fullOn", "2012-07-01");
        body.put("memberClass", "RURAL");
        return body;
    }

    /** What a branch writes down of somebody who has asked to be admitted. */
    public static Map<String, Object> applicant(String name) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        body.put("number", number());
        body.put("appliedOn", "2009-03-01");
        return body;
    }

    public Api.Answer register(long unit, Map<String, Object> body) {
        return register(unit, unit, body);
    }

    /** @param by the unit that writes it down */
    public Api.Answer register(long by, long unit, Map<String, Object> body) {
        return api.post("/v1/units/" + unit + "/members", body)
                .as(tokens.at(by))
                .key()
                .send();
    }

    /** The file's number. */
    public long member(long unit, String name) {
        return id(register(unit, fullMember(name)));
    }

    /** The file's number. */
    public long member(String name) {
        return member(Province.VILLAGE, name);
    }

    /** The keys of the tests and one more, of which the named one seals. */
    public static Seals seals(String current) {
        var keys = Map.of("k1", "only-for-tests-data-key", "k2", "only-for-tests-another-key");
        return new Seals(new SealSettings(current, keys, Set.of(), null));
    }

    public static long id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("member").path("id").asLong();
    }

    public Api.Answer file(long by, long id) {
        return get(by, "/v1/members/" + id);
    }

    public Api.Answer get(long by, String path) {
        return api.get(path).as(tokens.at(by)).send();
    }

    /** Says it on the newest version. */
    public Api.Answer post(long by, String path, Object body) {
        return api.post(path, body).as(tokens.at(by)).key().send();
    }

    /** The number of the record: a member of the first village is away since the new year. */
    public long floating(long member, long stay) {
        var answer = post(
                Province.VILLAGE,
                "/v1/members/" + member + "/floatings",
                Map.of("place", "INSIDE", "stay", stay, "reportedOn", "2026-01-01", "texts", floatingTexts()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().at("/floating/id").asLong();
    }

    /** The number of a census of the county; one of a year that was opened before is the same. */
    public long census(int year) {
        var answer = post(
                Province.COUNTY,
                "/v1/units/" + Province.COUNTY + "/censuses",
                Map.of(
                        "year",
                        year,
                        "countedOn",
                        year + "-03-01",
                        "deadline",
                        year + "-06-30",
                        "document",
                        "虚组〔" + year + "〕3号"));
        if (answer.status() == 409)
            return Long.parseLong(answer.json().path("detail").asString().replaceAll("\\D", ""));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    /** The number of the case: nobody of the first village can reach its member. */
    public long lost(long member, String lastContact) {
        var answer = post(
                Province.VILLAGE,
                "/v1/members/" + member + "/lost-cases",
                Map.of("lastContactOn", lastContact, "note", "电话停机"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().at("/lostCase/id").asLong();
    }

    /** The number of the case: the first village proposes a measure against its member. */
    public long handling(long member, String measure) {
        var answer = post(
                Province.VILLAGE,
                "/v1/members/" + member + "/handlings",
                Map.of("grounds", "UNQUALIFIED", "measure", measure, "evidence", "虚构的事实"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().at("/handling/id").asLong();
    }

    /** The number of the entry, which the county keeps. */
    public long discipline(long member, String text) {
        var answer = post(
                Province.COUNTY,
                "/v1/members/" + member + "/discipline-entries",
                Map.of("sinceOn", "2026-01-01", "text", text));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().at("/entry/id").asLong();
    }

    /** What a branch says of a stay elsewhere. */
    public static Map<String, Object> floatingTexts() {
        var texts = new LinkedHashMap<String, Object>();
        texts.put("destination", "虚构区虚构街");
        texts.put("reason", "务工");
        return texts;
    }
}
