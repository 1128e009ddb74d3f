package cn.dangjian.task;

import static cn.dangjian.task.Ladder.DUE;
import static cn.dangjian.task.Ladder.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who of a unit has to do it (F-39). */
class PersonApiTest extends RunningTask {

    @Autowired
    private JdbcClient jdbc;

    private Ladder ladder;
    private long assignment;
    private String door = "";

    @BeforeEach
    void somethingForAVillage() {
        ladder = new Ladder(api, tokens, jdbc);
        long root = id(ladder.order(ladder.township, Map.of("mode", "RELAY", "personRequired", true)));
        assignment = ladder.assignment(root, ladder.village);
        door = "/v1/assignments/" + assignment + "/persons";
        ladder.sign(assignment, ladder.village);
    }

    private void post(long post, long unit, boolean active, long version) {
        broker.send("""
            {"id":"%s","type":"identity.posts-changed.v1","key":"posts:%d","version":%d,\
            "occurredAt":"%s","subject":null,"data":{"posts":[\
            {"post":%d,"unit":%d,"account":%d,"duty":"office","active":%b}]}}\
            """.formatted(UUID.randomUUID(), post, version, Instant.now(), post, unit, post + 1, active));
    }

    private void awaitPost(long post, boolean active) {
        await().untilAsserted(
                        () -> assertThat(ladder.count("post_holder where post = " + post + " and active = " + active))
                                .isEqualTo(1));
    }

    private Api.Answer name(Object... persons) {
        return ladder.post(door, ladder.village, Map.of("persons", List.of(persons)));
    }

    @Test
    void whoHandsInHasNamedAPersonWhoStillHoldsThePost() {
        long post = ladder.village * 10;
        post(post, ladder.village, true, 1);
        awaitPost(post, true);

        assertThat(ladder.submit(assignment, ladder.village).problem()).isEqualTo("person.missing");
        var named = name(Map.of("title", "村党组织书记", "post", post, "duty", "走访 12 户并建账"));
        assertThat(named.status()).as(named.toString()).isEqualTo(201);
        assertThat(named.json().at("/persons/0/account").asLong()).isEqualTo(post + 1);
        assertThat(Instant.parse(named.json().at("/persons/0/until").asString()))
                .isEqualTo(DUE);
        assertThat(ladder.state(assignment)).isEqualTo("WORKING");

        post(post, ladder.village, false, 2);
        awaitPost(post, false);
        assertThat(ladder.json(door, ladder.township).at("/persons/0/left").asBoolean())
                .isTrue();
        assertThat(ladder.submit(assignment, ladder.village).problem()).isEqualTo("person.missing");
        assertThat(name(Map.of("title", "村党组织书记", "post", post, "duty", "走访")).problem())
                .isEqualTo("person.no-such-post");
        assertThat(name(Map.of("title", "村会计", "duty", "走访 12 户并建账")).status()).isEqualTo(201);
        assertThat(ladder.json(door, ladder.village).path("persons")).hasSize(1);
        assertThat(ladder.submit(assignment, ladder.village).status()).isEqualTo(201);
    }

    @Test
    void refusesWhoIsElsewhereAndDatesThatDoNotFit() {
        long post = ladder.village * 10 + 1;
        post(post, ladder.secondVillage, true, 1);
        awaitPost(post, true);

        assertThat(name(Map.of("title", "书记", "post", post, "duty", "走访")).problem())
                .isEqualTo("person.no-such-post");
        assertThat(name(Map.of(
                                "title",
                                "书记",
                                "duty",
                                "走访",
                                "until",
                                DUE.plusSeconds(1).toString()))
                        .problem())
                .isEqualTo("person.later");
        assertThat(name(Map.of("title", "书记", "duty", "走访", "until", "2020-01-01T00:00:00Z"))
                        .problem())
                .isEqualTo("person.past");
        assertThat(name(Map.of("title", "书记")).problem()).isEqualTo("body.invalid");
        assertThat(name().problem()).isEqualTo("body.invalid");
        assertThat(ladder.post(
                                door,
                                ladder.secondVillage,
                                Map.of("persons", List.of(Map.of("title", "x", "duty", "y"))))
                        .status())
                .isEqualTo(404);
        assertThat(ladder.count("responsible where assignment_id = " + assignment))
                .isZero();
        assertThat(ladder.state(assignment)).isEqualTo("SIGNED");
    }
}
