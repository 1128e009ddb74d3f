package cn.dangjian.platform.web.trial.thing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ListingAndChangingTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    ThingTable things;

    @Test
    void pagesThroughAListWithoutGapsOrRepeats() {
        String prefix = UUID.randomUUID().toString();
        for (int i = 0; i < 7; i++) things.insert(prefix + i);

        var first = page(prefix, null);
        var second = page(prefix, first.json().path("next").asString());
        var third = page(prefix, second.json().path("next").asString());

        assertThat(names(first)).containsExactly(prefix + 0, prefix + 1, prefix + 2);
        assertThat(names(second)).containsExactly(prefix + 3, prefix + 4, prefix + 5);
        assertThat(names(third)).containsExactly(prefix + 6);
        assertThat(third.json().path("next").isNull()).isTrue();
        assertThat(page(prefix, "bm9uc2Vuc2U").problem()).isEqualTo("cursor.invalid");
    }

    @Test
    void changesOnlyTheVersionThatWasSeen() {
        long id = things.insert("old");
        String seen = api.get("/v1/things/" + id).as(tokens.at(1)).send().header("ETag");

        assertThat(seen).isEqualTo("\"1\"");
        assertThat(rename(id, seen).status()).isEqualTo(204);
        var stale = rename(id, seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("version.stale");
        assertThat(things.find(id).orElseThrow().version()).isEqualTo(2);
    }

    private Answer rename(long id, String seen) {
        return api.put("/v1/things/" + id, Map.of("name", "new"))
                .as(tokens.at(1))
                .ifMatch(seen)
                .send();
    }

    private Answer page(String prefix, String cursor) {
        return api.get("/v1/things?limit=3&prefix=" + prefix + (cursor == null ? "" : "&cursor=" + cursor))
                .as(tokens.at(1))
                .send();
    }

    private static List<String> names(Answer page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }
}
