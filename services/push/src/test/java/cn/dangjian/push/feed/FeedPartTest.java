package cn.dangjian.push.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeedPartTest {

    @Test
    void readsWhatNotificationSaysThroughRedis() throws IOException {
        var part = Notification.json().readValue(example("part"), FeedPart.class);

        assertThat(part.from()).isEqualTo(4001);
        assertThat(part.to()).isEqualTo(4003);
        assertThat(part.after(4000)).extracting(Item::position).containsExactly(4001L, 4003L);
        assertThat(part.after(4001)).extracting(Item::unit).containsExactly(11112L);
    }

    @Test
    void readsItemsAsNotificationAnswersThem() throws IOException {
        var item = Notification.json().readValue(example("item"), Item.class);

        assertThat(item)
                .isEqualTo(new Item(
                        4001,
                        11111,
                        17,
                        901,
                        "98111-2026-0001",
                        "排查村级活动场所",
                        new Item.Issuer(111, "示范111"),
                        "2026-12-20T10:00:00Z",
                        "2026-11-20T09:00:01Z",
                        null,
                        "TASK",
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void tellsTheSameWhicheverWayItCame() throws IOException {
        var said =
                Notification.json().readValue(example("part"), FeedPart.class).after(0);
        var answered = Notification.json().readValue(example("item"), Item.class);

        assertThat(said.getFirst()).isEqualTo(answered);
        var returned = Notification.json()
                .readValue(example("returned-part"), FeedPart.class)
                .after(0);
        var returnedItem = Notification.json().readValue(example("returned-item"), Item.class);
        assertThat(returned).containsExactly(returnedItem);
        assertThat(returnedItem.reason()).isEqualTo("缺会议决定");
    }

    @Test
    void tellsWhatUrgesInWordsAndWithTheLinkOfEachUnit() throws IOException {
        var part = Notification.json().readValue(example("urged-part"), FeedPart.class);
        var item = Notification.json().readValue(example("urged-item"), Item.class);

        assertThat(part.after(4711)).containsExactly(item);
        assertThat(part.after(0))
                .extracting(Item::link)
                .containsExactly("/task/v1/assignments/901", "/task/v1/assignments/902");
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("../notification/contracts/push/" + name + ".example.json"));
    }
}
