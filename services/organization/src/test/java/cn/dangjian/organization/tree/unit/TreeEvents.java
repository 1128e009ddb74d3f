package cn.dangjian.organization.tree.unit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the house was told of units, held against the tree. */
class TreeEvents {

    static final String TYPE = "organization.unit-changed.v1";

    private final Broker broker;
    private final JdbcClient jdbc;

    TreeEvents(Broker broker, JdbcClient jdbc) {
        this.broker = broker;
        this.jdbc = jdbc;
    }

    /** The newest event of each unit, whenever it comes, makes of any directory what the tree is (see DirectoryTest). */
    void assertAnnounced(String codes) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var newest = new HashMap<Long, JsonNode>();
            broker.heardOf(TYPE)
                    .forEach(event -> newest.merge(
                            event.path("data").path("id").asLong(),
                            event,
                            (a, b) -> a.path("version").asLong()
                                            > b.path("version").asLong()
                                    ? a
                                    : b));
            var tree = rows(codes);
            newest.keySet().retainAll(tree.keySet());
            newest.values().forEach(event -> EventSchemas.validate(TYPE, event.toString()));
            var announced = new HashMap<Long, List<String>>();
            newest.forEach((id, event) -> announced.put(id, told(event)));
            assertThat(announced).isEqualTo(tree);
            assertThat(pastOf(newest)).isEqualTo(past(codes));
        });
    }

    private static Map<Long, List<String>> pastOf(Map<Long, JsonNode> newest) {
        var past = new HashMap<Long, List<String>>();
        newest.forEach((id, event) -> {
            var places = event.path("data")
                    .path("places")
                    .valueStream()
                    .map(place -> place.path("from").asString() + " "
                            + place.path("path").asString())
                    .toList();
            if (!places.isEmpty()) past.put(id, places);
        });
        return past;
    }

    /** Every day's place of the past, unit by unit; as long as a unit stays where it is, once. */
    private Map<Long, List<String>> past(String codes) {
        var past = new HashMap<Long, List<String>>();
        var last = new HashMap<Long, String>();
        jdbc.sql("select p.unit_id, p.valid_from, p.path from unit_place p join unit u on u.id = p.unit_id join"
                        + " tree_day d on p.valid_from <= d.day where u.code like :codes order by p.unit_id,"
                        + " p.valid_from")
                .param("codes", codes)
                .query(row -> {
                    long unit = row.getLong(1);
                    if (row.getString(3).equals(last.put(unit, row.getString(3)))) return;
                    past.computeIfAbsent(unit, id -> new ArrayList<>()).add(row.getString(2) + " " + row.getString(3));
                });
        past.values().removeIf(places -> places.size() == 1);
        return past;
    }

    private static List<String> told(JsonNode event) {
        var data = event.path("data");
        return Stream.of(
                        event.path("version"),
                        data.path("parentId"),
                        data.path("code"),
                        data.path("name"),
                        data.path("tier"),
                        data.path("kind"),
                        data.path("domain"),
                        data.path("path"),
                        data.path("linePath"),
                        data.path("validFrom"),
                        data.path("validTo"))
                .map(value -> value.isNull() ? "null" : value.asString())
                .toList();
    }

    private Map<Long, List<String>> rows(String codes) {
        var rows = new HashMap<Long, List<String>>();
        jdbc.sql("select id, version, parent_id, code, name, tier, kind, domain, path, line_path, valid_from, valid_to"
                        + " from unit where code like :codes")
                .param("codes", codes)
                .query(row -> {
                    var columns = new ArrayList<String>();
                    for (int i = 2; i <= 12; i++) columns.add(String.valueOf(row.getString(i)));
                    rows.put(row.getLong(1), columns);
                });
        return rows;
    }
}
