package cn.dangjian.identity.post;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OfficeKeeperTest extends RunningIdentity {

    private static final String POSTS_CHANGED = "identity.posts-changed.v1";

    @Autowired
    private EndPosts endPosts;

    @Test
    void opensAnOfficeOnceForTheExampleOfTheProducer() {
        String example = EventExamples.load("organization", "unit-changed.v1");
        jdbc.sql("delete from unit where id = 11111").update();

        broker.send(example, example);
        broker.send(event(900_001, 1, "900001", "后来的村", null));

        awaitOffice(900_001);
        assertThat(logins(11111)).containsExactly("980101100201");
        assertThat(jdbc.sql("select display_name from account where office_of = 11111")
                        .query(String.class)
                        .single())
                .isEqualTo("示范村");
        var posts = jdbc.sql("select id, account, unit, duty, active from post where unit = 11111 and duty = 'office'")
                .query(Post.class)
                .list();
        assertThat(posts).singleElement().satisfies(post -> assertThat(post.active())
                .isTrue());
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(announcements(posts.getFirst().id())).hasSize(1));
    }

    @Test
    void announcesWhatItsSchemaSays() {
        EventSchemas.validate(POSTS_CHANGED, EventExamples.load("identity", "posts-changed.v1"));
        broker.send(event(900_011, 1, "900011", "一村", null));
        awaitOffice(900_011);

        await().atMost(20, SECONDS).untilAsserted(() -> {
            var heard = broker.heardOf(POSTS_CHANGED);
            assertThat(heard).isNotEmpty();
            heard.forEach(event -> EventSchemas.validate(POSTS_CHANGED, event.toString()));
        });
    }

    @Test
    void takesCodeAndNumberWhenTheLoginIsTaken() {
        broker.send(event(900_021, 1, "900021", "先来的", null), event(900_022, 1, "900021", "同码的", null));
        awaitOffice(900_022);

        assertThat(logins(900_021)).containsExactly("900021");
        assertThat(logins(900_022)).containsExactly("900021-900022");
    }

    @Test
    void followsRenamesAndAbolitionsInAnyOrder() {
        broker.send(event(900_031, 1, "900031", "旧名", null));
        awaitOffice(900_031);

        broker.send(
                event(900_031, 3, "900031", "新名", "2026-01-01"),
                event(900_031, 2, "900031", "中间", null),
                event(900_032, 1, "900032", "已撤销", "2026-01-01"),
                event(900_033, 1, "900033", "将撤销", "2999-01-01"));
        awaitOffice(900_033);

        assertThat(jdbc.sql("select display_name from account where office_of = 900031")
                        .query(String.class)
                        .single())
                .isEqualTo("新名");
        assertThat(active(900_031)).containsExactly(false);
        assertThat(active(900_032)).isEmpty();
        assertThat(logins(900_032)).isEmpty();
        assertThat(active(900_033)).containsExactly(true);

        broker.send(event(900_031, 4, "900031", "新名", null), event(900_034, 1, "900034", "后来的", null));
        awaitOffice(900_034);
        assertThat(active(900_031)).containsExactly(true);
    }

    @Test
    void opensNoOfficeForTiersThatHaveNone() {
        broker.send(
                of("GROUP", event(900_041, 1, "900041", "党小组", null)),
                of("HOUSEHOLD", event(900_042, 1, "900042", "中心户", null)),
                of("BRANCH", event(900_043, 1, "900043", "支部", null)));
        awaitOffice(900_043);
        assertThat(logins(900_043)).containsExactly("900043");
        for (long unit : new long[] {900_041, 900_042}) {
            assertThat(logins(unit)).isEmpty();
            assertThat(count("post where unit = " + unit)).isZero();
        }

        broker.send(of("BRANCH", event(900_041, 2, "900041", "升格的支部", null)));
        awaitOffice(900_041);
    }

    @Test
    void keepsAnOfficeThatATierHasFromBefore() {
        broker.send(event(900_051, 1, "900051", "旧名", null));
        awaitOffice(900_051);

        broker.send(of("GROUP", event(900_051, 2, "900051", "新名", null)), event(900_052, 1, "900052", "后来的", null));
        awaitOffice(900_052);
        assertThat(active(900_051)).containsExactly(true);
        assertThat(jdbc.sql("select display_name from account where office_of = 900051")
                        .query(String.class)
                        .single())
                .isEqualTo("新名");

        broker.send(
                of("GROUP", event(900_051, 3, "900051", "新名", "2026-01-01")),
                event(900_053, 1, "900053", "再后来的", null));
        awaitOffice(900_053);
        assertThat(active(900_051)).containsExactly(false);
    }

    @Test
    void opensNoOfficeForAHeadingAndEndsTheOneFromBefore() {
        String heading = "\"kind\":\"DIVISION_GROUP\"";
        String organisation = "\"kind\":\"VILLAGE_ORGANIZATION\"";
        broker.send(
                event(900_061, 1, "900061", "省直辖县", null).replace(organisation, heading),
                event(900_062, 1, "900062", "汇总码", null),
                event(900_063, 1, "900063", "后来的", null));
        awaitOffice(900_063);
        assertThat(logins(900_061)).isEmpty();
        assertThat(active(900_062)).containsExactly(true);

        broker.send(
                event(900_062, 2, "900062", "汇总码", null).replace(organisation, heading),
                event(900_064, 1, "900064", "再后来的", null));
        awaitOffice(900_064);
        assertThat(active(900_062)).containsExactly(false);
    }

    @Test
    void endsWhatAHeadingHadBeforeItWasKnownAsOne() {
        broker.send(event(900_071, 1, "900071", "汇总码", null));
        awaitOffice(900_071);
        jdbc.sql("update unit set kind = 'DIVISION_GROUP' where id = 900071").update();

        endPosts.end();

        assertThat(active(900_071)).containsExactly(false);
    }

    private static String of(String tier, String event) {
        return event.replace("\"tier\":\"VILLAGE\"", "\"tier\":\"" + tier + "\"");
    }

    @Test
    void givesThirtyThousandUnitsTheirOfficesInSeconds() {
        var events = new ArrayList<String>();
        for (int unit = 1_000_000; unit < 1_030_000; unit++) events.add(event(unit, 1, "V" + unit, "村" + unit, null));
        Collections.shuffle(events, new Random(7));
        events.addAll(events.subList(0, 500));
        broker.send(List.of(event(999_999, 1, "V999999", "村", null)));
        awaitOffice(999_999);

        broker.send(events);
        await().atMost(60, SECONDS).until(() -> count("account where office_of between 1000000 and 1030000") == 30_000);

        assertThat(count("post where unit between 1000000 and 1030000 and active"))
                .isEqualTo(30_000);
        await().atMost(60, SECONDS).untilAsserted(() -> {
            var announced = new HashSet<Long>();
            var heard = broker.heardOf(POSTS_CHANGED);
            heard.forEach(event -> event.path("data").path("posts").forEach(post -> {
                if (post.path("unit").asLong() >= 1_000_000)
                    announced.add(post.path("unit").asLong());
            }));
            assertThat(announced).hasSize(30_000);
            assertThat(heard)
                    .allSatisfy(event ->
                            assertThat(event.path("data").path("posts").size()).isLessThanOrEqualTo(500));
        });
    }

    private void awaitOffice(long unit) {
        await().atMost(30, SECONDS).until(() -> count("post where duty = 'office' and unit = " + unit) == 1);
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private List<String> logins(long unit) {
        return jdbc.sql("select login from account where office_of = ?")
                .param(unit)
                .query(String.class)
                .list();
    }

    private List<Boolean> active(long unit) {
        return jdbc.sql("select active from post where unit = ? and duty = 'office'")
                .param(unit)
                .query(Boolean.class)
                .list();
    }

    private List<String> announcements(long post) {
        return broker.heardOf(POSTS_CHANGED).stream()
                .filter(event -> event.path("data")
                        .path("posts")
                        .valueStream()
                        .anyMatch(one -> one.path("post").asLong() == post))
                .map(event -> event.path("id").asString())
                .toList();
    }

    private static String event(long unit, long version, String code, String name, @Nullable String validTo) {
        return """
            {"id":"%s","type":"organization.unit-changed.v1","key":"unit:%d","version":%d,
             "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"id":%d,"parentId":1,"code":"%s","name":"%s",
             "tier":"VILLAGE","kind":"VILLAGE_ORGANIZATION","domain":"RURAL","path":"00001%s","validFrom":"2022-01-01",
             "validTo":%s}}\
            """.formatted(
                        UUID.randomUUID(),
                        unit,
                        version,
                        unit,
                        code,
                        name,
                        "%5s".formatted(Long.toString(unit, 36)).replace(' ', '0'),
                        validTo == null ? "null" : "\"" + validTo + "\"");
    }
}
