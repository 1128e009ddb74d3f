package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.People.Person;
import cn.dangjian.testkit.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dispatches of a province's office to villages, as their rows are seen in the database. */
final class Dispatches {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final int ATTEMPTS = 20;

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
        return send(villages, order(villages), "dispatch", villages.count());
    }

    /** From tier to tier by standing instructions: every organisation between has an assignment, too. */
    Sent relay(Villages villages) {
        long organisations =
                jdbc.sql("""
                    select count(*) from task.unit u join task.unit p on p.id = :issuer and u.path > p.path
                       and u.path <= concat(p.path, '~') where u.valid_to is null and u.kind <> 'DIVISION_GROUP'\
                    """).param("issuer", office.unit()).query(Long.class).single();
        var order = new HashMap<>(order(villages));
        order.put("target", Map.of());
        order.put("relay", Map.of("mode", "RELAY"));
        return send(villages, order, "relay", organisations);
    }

    private Sent send(Villages villages, Map<String, Object> order, String what, long addressed) {
        site.backlog().awaitNone();
        var token = site.people().token(office);
        long recordsBefore = site.backlog().records("task", "notification");
        var before = CpuTime.now();

        long start = System.nanoTime();
        var answer =
                site.api().post("/task/v1/dispatches", order).as(token).key().send();
        double accepted = seconds(start);
        long id = expect(201, answer).json().path("id").asLong();
        var arrived = arrive("in (select id from task.dispatch where root_id = " + id + ")", villages, addressed);
        double all = (arrived.at() - start) / 1e9;

        site.backlog().awaitNone();
        var cpu = CpuTime.now().since(before);
        long records = site.backlog().records("task", "notification") - recordsBefore;
        site.say(String.format(
                Locale.ROOT,
                "%s to %,d villages: answered in %.3f s, %,d rows in %.3f s; %d records, CPU %.2f s",
                what,
                villages.count(),
                accepted,
                arrived.rows(),
                all,
                records,
                cpu.all()));
        return new Sent(id, accepted, all, arrived.rows(), records, cpu);
    }

    private record Arrived(long at, long rows) {}

    /** @param which of the dispatches, as a condition on their ids */
    private Arrived arrive(String which, Villages villages, long addressed) {
        var assignments =
                new Arrival(jdbc, "task.assignment", "dispatch_id " + which, "unit_id", villages.units(), addressed);
        var items =
                new Arrival(jdbc, "notification.inbox_item", "dispatch " + which, "unit", villages.units(), addressed);
        long seen = Math.max(items.await(POLL), assignments.await(POLL));
        return new Arrived(seen, assignments.count() + items.count());
    }

    /** Seconds until all rows exist of what a unit forwards to the villages below it; it is given the task for that first. */
    double forward(Villages villages, Person forwarder) {
        var order = new HashMap<>(order(villages));
        order.put("target", Map.of("units", List.of(villages.under())));
        long root = expect(
                        201,
                        site.api()
                                .post("/task/v1/dispatches", order)
                                .as(site.people().token(office))
                                .key()
                                .send())
                .json()
                .path("id")
                .asLong();
        site.backlog().awaitNone();
        long assignment = assignment(root, villages.under());
        var token = site.people().token(forwarder);
        sign(root, villages.under(), token);
        var part = Map.of(
                "text",
                "请各村于到期前填报。",
                "deadline",
                Instant.now().plus(9, ChronoUnit.DAYS).toString(),
                "earlyReason",
                "留出汇总时间",
                "target",
                Map.of("tier", "VILLAGE"));
        var tag = expect(
                        200,
                        site.api()
                                .get("/task/v1/assignments/" + assignment)
                                .as(token)
                                .send())
                .header("ETag");
        long start = System.nanoTime();
        var answer = site.api()
                .post("/task/v1/assignments/" + assignment + "/forwardings", part)
                .as(token)
                .ifMatch(Objects.requireNonNull(tag))
                .key()
                .send();
        long id = expect(201, answer).json().path("id").asLong();
        return (arrive("= " + id, villages, villages.count()).at() - start) / 1e9;
    }

    /**
     * What many dispatches at once took, in seconds since they were sent.
     *
     * @param small since the small one was sent among them
     */
    record Together(double all, double small) {}

    Together sendTogether(Villages villages, int count, Villages few) {
        site.backlog().awaitNone();
        var token = site.people().token(office);
        // the gateway lets one account ask only so often
        var task = site.direct("task");
        long start = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<Long>>();
            for (int i = 0; i < count; i++) sent.add(senders.submit(() -> sendAt(task, villages, token)));
            long startOfSmall = System.nanoTime();
            long small = sendAt(task, few, token);
            double smallTook = (arrive("= " + small, few, few.count()).at() - startOfSmall) / 1e9;
            var ids = new ArrayList<Long>();
            for (var one : sent) ids.add(one.get());
            long last = start;
            for (var id : ids)
                last = Math.max(
                        last, arrive("= " + id, villages, villages.count()).at());
            return new Together((last - start) / 1e9, smallTook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As clients do: the same again, with the same key, while there is no answer or it says later. */
    private static long sendAt(Api task, Villages villages, String token) {
        var call = task.post("/v1/dispatches", order(villages)).as(token).key();
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = call.send();
                if (attempt == ATTEMPTS || !saysLater(answer))
                    return expect(201, answer).json().path("id").asLong();
                Thread.sleep(Duration.ofSeconds(Long.parseLong(Objects.requireNonNull(answer.header("Retry-After")))));
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS) throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean saysLater(Api.Answer answer) {
        return answer.status() == 503 || (answer.status() == 409 && "idempotency.running".equals(answer.problem()));
    }

    /** Dispatches one after the other until it is closed. */
    final class Sending implements AutoCloseable {

        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicBoolean closed = new AtomicBoolean();
        private final Thread thread;

        private Sending(Villages villages) {
            var session = site.people().session(office);
            var task = site.direct("task");
            thread = Thread.ofPlatform().start(() -> {
                while (!closed.get()) {
                    sendAt(task, villages, session.token());
                    sent.incrementAndGet();
                }
            });
        }

        int sent() {
            return sent.get();
        }

        @Override
        public void close() {
            closed.set(true);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    Sending keepSending(Villages villages) {
        return new Sending(villages);
    }

    /** A village has had so many tasks before, at most 10,000, which are approved; the copies of one of its dispatches. */
    void givePast(long village, int count) {
        var columns = String.join(", ", jdbc.sql("""
            select concat('`', column_name, '`') from information_schema.columns
             where table_schema = 'task' and table_name = 'dispatch'
               and column_name not in ('id', 'number', 'addressed', 'root_id') order by ordinal_position\
            """).query(String.class).list());
        jdbc.sql("""
            insert into task.dispatch (number, addressed, root_id, %s)
            with recursive n as (select 0 i union all select i + 1 from n where i < 99)
            select concat('old-', hundreds.i * 100 + ones.i), 1, null, %s
              from n hundreds join n ones join (select d.* from task.dispatch d join task.assignment a on a.dispatch_id = d.id
                                                 where a.unit_id = :village order by d.id limit 1) d
             where hundreds.i * 100 + ones.i < :count\
            """.formatted(columns, columns))
                .param("count", count)
                .param("village", village)
                .update();
        jdbc.sql("update task.dispatch set root_id = id, chain = concat('/', id, '/') where root_id is null")
                .update();
        jdbc.sql("""
            insert into task.assignment (dispatch_id, unit_id, state, version)
            select id, :village, 'APPROVED', 4 from task.dispatch where number like 'old-%'\
            """).param("village", village).update();
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
        long assignment = assignment(dispatch, unit);
        var path = "/task/v1/assignments/" + assignment + "/signature";
        long start = System.nanoTime();
        var answer = site.api().post(path).as(token).send();
        double taken = seconds(start);
        expect(200, answer);
        return taken;
    }

    private long assignment(long dispatch, long unit) {
        return jdbc.sql("select id from task.assignment where dispatch_id = :dispatch and unit_id = :unit")
                .param("dispatch", dispatch)
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
