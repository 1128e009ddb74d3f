package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.People.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dispatches of a province's office to villages, as their rows are seen in the database. */
final class Dispatches {

    private static final Duration POLL = Duration.ofMillis(10);

    private final Site site;
    private final JdbcClient jdbc;
    private final Person office;

    Dispatches(Site site, Person office) {
        this.site = site;
        this.jdbc = site.jdbc();
        this.office = office;
    }

    /**
     * Villages below a unit.
     *
     * @param under 0 for all that are below the issuer
     * @param units some of them, evenly chosen
     */
    record Villages(long under, List<Long> units, long count) {}

    /**
     * What a dispatch took, in seconds since it was sent.
     *
     * @param accepted until it was answered
     * @param all until every assignment and every inbox item was there
     * @param rows of both tables
     * @param records that it and its delivery were for the broker
     * @param cpu of the house, until everything was heard by everybody
     */
    record Sent(long id, double accepted, double all, long rows, long records, CpuTime cpu) {}

    Villages villages(long under, String path) {
        var units = jdbc.sql("""
            select id from task.unit
             where path > :path and path <= concat(:path, '~') and tier = 'VILLAGE' and valid_to is null order by path\
            """).param("path", path).query(Long.class).list();
        return new Villages(under, Arrival.probes(units), units.size());
    }

    Sent send(Villages villages) {
        site.backlog().awaitNone();
        var token = site.people().token(office);
        var order = order(villages);
        long recordsBefore = site.backlog().records("task", "notification");
        var before = CpuTime.now();

        long start = System.nanoTime();
        var answer =
                site.api().post("/task/v1/dispatches", order).as(token).key().send();
        double accepted = seconds(start);
        long id = expect(201, answer).json().path("id").asLong();
        var assignments = new Arrival(
                jdbc, "task.assignment", "dispatch_id = " + id, "unit_id", villages.units(), villages.count());
        var items = new Arrival(
                jdbc, "notification.inbox_item", "dispatch = " + id, "unit", villages.units(), villages.count());
        long seen = Math.max(items.await(POLL), assignments.await(POLL));
        double all = (seen - start) / 1e9;
        long rows = assignments.count() + items.count();

        site.backlog().awaitNone();
        var cpu = CpuTime.now().since(before);
        long records = site.backlog().records("task", "notification") - recordsBefore;
        site.say(String.format(
                Locale.ROOT,
                "dispatch to %,d villages: answered in %.3f s, %,d rows in %.3f s; %d records, CPU %.2f s",
                villages.count(),
                accepted,
                rows,
                all,
                records,
                cpu.all()));
        return new Sent(id, accepted, all, rows, records, cpu);
    }

    private static Map<String, Object> order(Villages villages) {
        var target = new HashMap<String, Object>(Map.of("tier", "VILLAGE"));
        if (villages.under() != 0) target.put("under", villages.under());
        return Map.of(
                "title",
                "核实本村活动场所",
                "text",
                "请各村核实本村活动场所面积与用途，逐项填报。",
                "goal",
                "本村活动场所全部核实",
                "deadline",
                Instant.now().plus(10, ChronoUnit.DAYS).toString(),
                "materialRequired",
                false,
                "target",
                target);
    }

    /** Seconds that a unit's signature under its assignment of a dispatch took. */
    double sign(long dispatch, long unit, String token) {
        long assignment = jdbc.sql("select id from task.assignment where dispatch_id = :dispatch and unit_id = :unit")
                .param("dispatch", dispatch)
                .param("unit", unit)
                .query(Long.class)
                .single();
        var path = "/task/v1/assignments/" + assignment + "/signature";
        long start = System.nanoTime();
        var answer = site.api().post(path).as(token).send();
        double taken = seconds(start);
        expect(200, answer);
        return taken;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
