package cn.dangjian.identity.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** After a broker was set up anew, or for who listens only now, it is told again who holds which post. */
class RetellingTest extends RunningIdentity {

    private static final String CHANGED = "identity.posts-changed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void tellsEachPostAsItStands() {
        var holds = fixtures.anActiveAccountAt(Province.VILLAGE);
        var left = fixtures.anActiveAccountAt(Province.VILLAGE);
        jdbc.sql("update post set active = false where id = :post")
                .param("post", left.post())
                .update();
        assertThat(told(holds.post())).as("a fixture that nobody has told of").isEmpty();

        retold();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(told(holds.post())).isNotEmpty();
            assertThat(told(left.post())).isNotEmpty();
        });
        var post = told(holds.post()).getLast();
        assertThat(post.path("unit").asLong()).isEqualTo(Province.VILLAGE);
        assertThat(post.path("account").asLong()).isEqualTo(holds.account());
        assertThat(post.path("active").asBoolean()).isTrue();
        assertThat(told(left.post()).getLast().path("active").asBoolean()).isFalse();
        broker.heardOf(CHANGED).forEach(event -> EventSchemas.validate(CHANGED, event.toString()));
        int once = told(holds.post()).size();

        retold();

        await().atMost(PATIENCE).until(() -> told(holds.post()).size() > once);
        var versions = broker.heardOf(CHANGED).stream()
                .filter(event -> names(event, holds.post()))
                .map(event -> event.path("version").asLong())
                .toList();
        assertThat(versions)
                .as("told again is newer than what was told")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** A process that dies leaves the rest to the next one: what is under way stands in the database. */
    @Test
    void goesOnAtThePageThatIsNext() {
        var holds = fixtures.anActiveAccountAt(Province.VILLAGE);

        jdbc.sql("insert into retelling (id, page) values (1, :page)")
                .param("page", holds.post() / 500 + 1)
                .update();

        awaitDone();
        assertThat(told(holds.post())).isEmpty();
    }

    @Test
    void isForTheOperator() {
        var holds = fixtures.anActiveAccountAt(Province.COUNTY);

        assertThat(api.post("/v1/retellings").as(fixtures.token(holds)).send().status())
                .isEqualTo(403);
    }

    private void retold() {
        assertThat(api.post("/v1/retellings")
                        .as(fixtures.administrator())
                        .send()
                        .status())
                .isEqualTo(202);
        awaitDone();
    }

    private void awaitDone() {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from retelling")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private List<JsonNode> told(long post) {
        return broker.heardOf(CHANGED).stream()
                .flatMap(event -> StreamSupport.stream(event.at("/data/posts").spliterator(), false))
                .filter(each -> each.path("post").asLong() == post)
                .toList();
    }

    private static boolean names(JsonNode event, long post) {
        return StreamSupport.stream(event.at("/data/posts").spliterator(), false)
                .anyMatch(each -> each.path("post").asLong() == post);
    }
}
