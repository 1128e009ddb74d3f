package cn.dangjian.organization.field.cobuilding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Clerks;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class CobuildingApiTest extends Clerks {

    private static final String COMMUNITY = "0101001001";
    private static final String PROVIDER = "0101100201";
    private static final String PROJECTS = "/v1/cobuilding-projects";

    CobuildingApiTest() {
        super("87", List.of("cobuild_evaluation", "cobuild_project", "cobuild_resource", "cobuild_need"));
    }

    private static long id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer need(String who, LocalDate day) {
        return post(
                who,
                "/v1/cobuilding-needs",
                Map.of("title", "停车难", "text", "缺少车位", "raisedBy", "一号楼居民", "raisedOn", day.toString()));
    }

    private Api.Answer offer(String who, String community) {
        return post(
                who,
                "/v1/cobuilding-resources",
                Map.of("community", divisions.unit(community), "title", "车位", "text", "夜间开放"));
    }

    private Api.Answer match(String who, long need, long resource) {
        return post(who, PROJECTS, Map.of("need", need, "resource", resource));
    }

    private Api.Answer establish(String who, long id, LocalDate due) {
        return post(
                who,
                PROJECTS + "/" + id + "/establishment",
                Map.of("title", "错时停车", "document", "虚街〔2026〕1号", "dueOn", due.toString()));
    }

    private Api.Answer complete(String who, long id, LocalDate day) {
        return post(who, PROJECTS + "/" + id + "/completion", Map.of("day", day.toString(), "result", "开放二十个车位"));
    }

    private Api.Answer evaluate(String who, long id) {
        return post(who, PROJECTS + "/" + id + "/evaluations", Map.of("grade", "SATISFIED", "text", "好"));
    }

    private long matched() {
        return id(match(COMMUNITY, id(need(COMMUNITY, TODAY)), id(offer(PROVIDER, COMMUNITY))));
    }

    private String state(long id) {
        return get(COMMUNITY, PROJECTS + "/" + id).path("project").path("state").asString();
    }

    @Test
    void goesFromANeedToATwoWayEvaluation() {
        long need = id(need(COMMUNITY, TODAY));
        assertThat(get(COMMUNITY, "/v1/cobuilding-needs?state=PROPOSED").path("items"))
                .hasSize(1);
        long id = id(match(COMMUNITY, need, id(offer(PROVIDER, COMMUNITY))));
        assertThat(state(id)).isEqualTo("MATCHED");
        assertThat(complete(COMMUNITY, id, TODAY).problem()).isEqualTo("cobuilding.wrong-state");
        assertThat(establish(COMMUNITY, id, TODAY).status()).isEqualTo(200);
        assertThat(establish(COMMUNITY, id, TODAY).problem()).isEqualTo("cobuilding.wrong-state");
        assertThat(state(id)).isEqualTo("ESTABLISHED");
        assertThat(evaluate(PROVIDER, id).problem()).isEqualTo("cobuilding.wrong-state");
        assertThat(complete(COMMUNITY, id, TODAY).status()).isEqualTo(200);

        assertThat(evaluate(COMMUNITY, id).status()).isEqualTo(201);
        assertThat(state(id)).isEqualTo("COMPLETED");
        assertThat(evaluate(COMMUNITY, id).problem()).isEqualTo("cobuilding.evaluated-already");
        assertThat(evaluate(PROVIDER, id).status()).isEqualTo(201);
        assertThat(evaluate(PROVIDER, id).problem()).isEqualTo("cobuilding.evaluated-already");

        assertThat(state(id)).isEqualTo("EVALUATED");
        var seen = get(PROVIDER, PROJECTS + "/" + id);
        assertThat(seen.path("evaluations")).hasSize(2);
        assertThat(seen.toString()).doesNotContain("\"path\"");
        assertThat(get(COMMUNITY, "/v1/cobuilding-needs?state=EVALUATED").path("items"))
                .hasSize(1);
        assertThat(get(COMMUNITY, "/v1/cobuilding-needs?state=PROPOSED").path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0101001001, 0, 201,",
        "0101100201, 0, 201,",
        "0101001001, 1, 422, cobuilding.day-ahead",
        "0101001,    0, 422, cobuilding.not-a-community",
        "0101,       0, 422, cobuilding.not-a-community",
    })
    void aCommunityListsItsNeeds(String who, int ahead, int status, String problem) {
        var answer = need(who, TODAY.plusDays(ahead));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from cobuild_need")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0101100201, 0101001001, 201,",
        "0101100,    0101001001, 201,",
        "0101001001, 0101001001, 422, cobuilding.not-a-community",
        "0101100201, 0101001,    422, cobuilding.not-a-community",
        "0121200201, 0101001001, 404, cobuilding.community-unknown",
        "0121,       0101001001, 404, cobuilding.community-unknown",
        "02,         0101001001, 404, cobuilding.community-unknown",
    })
    void aResidentUnitOffersToACommunityOfItsCounty(String who, String community, int status, String problem) {
        var answer = offer(who, community);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from cobuild_resource")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void refusesAnEmptyOrStrangeBody() {
        assertThat(post(COMMUNITY, "/v1/cobuilding-needs", Map.of("title", " ")).problem())
                .isEqualTo("body.invalid");
        assertThat(post(COMMUNITY, PROJECTS, Map.of("need", 0, "resource", 1)).problem())
                .isEqualTo("body.invalid");
        assertThat(post(COMMUNITY, PROJECTS + "/1/evaluations", Map.of("grade", "GREAT", "text", "好"))
                        .problem())
                .isEqualTo("body.wrong-type");
    }

    @Test
    void onlyTheCommunityMatchesItsOwnNeeds() {
        long need = id(need(COMMUNITY, TODAY));
        long resource = id(offer(PROVIDER, COMMUNITY));
        long elsewhere = id(offer(COMMUNITY, PROVIDER));

        assertThat(match("0121200201", need, resource).problem()).isEqualTo("cobuilding.need-unknown");
        assertThat(match("0101", need, resource).problem()).isEqualTo("cobuilding.need-unknown");
        assertThat(match(COMMUNITY, need, elsewhere).problem()).isEqualTo("cobuilding.resource-unknown");
        assertThat(match(COMMUNITY, need, resource).status()).isEqualTo(201);
        assertThat(match(COMMUNITY, need, resource).problem()).isEqualTo("cobuilding.matched-already");
    }

    @Test
    void aNeedIsMatchedOnceHoweverManyTry() throws Exception {
        long need = id(need(COMMUNITY, TODAY));
        long resource = id(offer(PROVIDER, COMMUNITY));
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<Api.Answer>>mapToObj(i -> () -> match(COMMUNITY, need, resource))
                    .toList());
            int made = 0;
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().toString()).isIn(201, 409);
                if (answer.get().status() == 201) made++;
            }
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void daysAndVersionsAreHeldAgainstTheProject() {
        long id = matched();
        assertThat(establish(COMMUNITY, id, TODAY.minusDays(1)).problem()).isEqualTo("cobuilding.day-unfit");
        assertThat(establish(PROVIDER, id, TODAY).problem()).isEqualTo("cobuilding.not-yours");
        assertThat(establish("0121", id, TODAY).problem()).isEqualTo("cobuilding.project-unknown");
        establish(COMMUNITY, id, TODAY.plusDays(9));
        assertThat(complete(COMMUNITY, id, TODAY.plusDays(1)).problem()).isEqualTo("cobuilding.day-unfit");
        assertThat(complete(COMMUNITY, id, TODAY.minusDays(1)).problem()).isEqualTo("cobuilding.day-unfit");
        assertThat(complete("0121", id, TODAY).problem()).isEqualTo("cobuilding.project-unknown");
        assertThat(api.post(PROJECTS + "/" + id + "/completion", Map.of("day", TODAY.toString(), "result", "好"))
                        .as(tokens.at(divisions.unit(COMMUNITY)))
                        .key()
                        .ifMatch("\"1\"")
                        .send()
                        .status())
                .isEqualTo(412);
        complete(COMMUNITY, id, TODAY);
        assertThat(evaluate("0121", id).problem()).isEqualTo("cobuilding.project-unknown");
        assertThat(evaluate("0101", id).problem()).isEqualTo("cobuilding.not-yours");
    }

    @Test
    void eachSideSeesItsOwnAndAnotherCountyNothing() {
        long id = matched();

        assertThat(get(PROVIDER, PROJECTS).path("items")).isEmpty();
        assertThat(get(PROVIDER, PROJECTS + "?side=PROVIDER").path("items")).hasSize(1);
        assertThat(get(PROVIDER, "/v1/cobuilding-resources?side=PROVIDER").path("items"))
                .hasSize(1);
        assertThat(get("0101", PROJECTS).path("items")).hasSize(1);
        assertThat(get("0121", PROJECTS + "/" + id).path("code").asString()).isEqualTo("cobuilding.project-unknown");
        for (String list :
                List.of("needs", "resources", "resources?side=PROVIDER", "projects", "projects?side=PROVIDER")) {
            assertThat(get("0121", "/v1/cobuilding-" + list).path("items")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs", "resources", "projects", "projects/1"})
    void withoutATokenNothingIsTold(String path) {
        assertThat(api.get("/v1/cobuilding-" + path).send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "needs",
                "resources",
                "projects",
                "projects/1/establishment",
                "projects/1/completion",
                "projects/1/evaluations"
            })
    void withoutATokenNothingIsDone(String path) {
        assertThat(api.post("/v1/cobuilding-" + path, Map.of()).key().send().status())
                .isEqualTo(401);
    }
}
