package cn.dangjian.dues;

import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A province of a test's own, heard of as the organization service tells of it: with digit 7 it is 7 ─ 71 ─ 711 712 ─ 7111 …
 * 7122 ─ 71111 … 71222.
 */
public final class Tree {

    private final long root;
    private final Broker broker;
    private final JdbcClient jdbc;
    private long version = System.currentTimeMillis();

    /** @param root from 2 to 9, no other test's */
    public Tree(long root, Broker broker, JdbcClient jdbc) {
        this.root = root;
        this.broker = broker;
        this.jdbc = jdbc;
    }

    public long province() {
        return root;
    }

    public long city() {
        return root * 10 + 1;
    }

    public List<Long> counties() {
        return List.of(city() * 10 + 1, city() * 10 + 2);
    }

    public List<Long> townships() {
        return counties().stream()
                .flatMap(county -> List.of(county * 10 + 1, county * 10 + 2).stream())
                .toList();
    }

    public List<Long> villages() {
        return townships().stream()
                .flatMap(township -> List.of(township * 10 + 1, township * 10 + 2).stream())
                .toList();
    }

    public List<Long> all() {
        return java.util.stream.Stream.of(List.of(province(), city()), counties(), townships(), villages())
                .flatMap(List::stream)
                .toList();
    }

    /** Everybody where he belongs. */
    public void settle() {
        var paths = new TreeMap<Long, String>();
        for (long unit : all()) paths.put(unit, Province.path(unit));
        tell(paths, Map.of());
    }

    /** A township with its villages goes to another county. */
    public void move(long township, long county) {
        var path = Province.path(county) + Province.segment(township);
        var paths = new TreeMap<Long, String>();
        paths.put(township, path);
        for (long village : List.of(township * 10 + 1, township * 10 + 2))
            paths.put(village, path + Province.segment(village));
        tell(paths, Map.of(township, county));
    }

    private void tell(Map<Long, String> paths, Map<Long, Long> parents) {
        version++;
        broker.send(paths.entrySet().stream()
                .map(unit -> event(unit.getKey(), unit.getValue(), parents))
                .toList());
        await().atMost(Duration.ofSeconds(20)).until(() -> paths.entrySet().stream()
                .allMatch(unit -> path(unit.getKey()).equals(List.of(unit.getValue()))));
    }

    private String event(long unit, String path, Map<Long, Long> parents) {
        var event = Province.changed(unit, version).replace("\"" + Province.path(unit) + "\"", "\"" + path + "\"");
        var parent = parents.get(unit);
        return parent == null ? event : event.replace("\"parentId\":" + unit / 10, "\"parentId\":" + parent);
    }

    private List<String> path(long unit) {
        return jdbc.sql("select path from unit where id = :unit")
                .param("unit", unit)
                .query(String.class)
                .list();
    }

    /** A number that the province has set for a rule, as if it had done so long ago. */
    public void set(String rule, String value) {
        jdbc.sql("""
            insert into rule_setting (rule, unit_id, since, value, document, subject, at)
            values (:rule, :province, '2020-01-01', :value, '虚省规〔2020〕1号', 'test', now(6))\
            """)
                .param("rule", rule)
                .param("province", root)
                .param("value", value)
                .update();
    }
}
