package cn.dangjian.task;

import static cn.dangjian.task.Ladder.DUE;
import static cn.dangjian.task.Ladder.forwarding;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.task.flow.Move;
import cn.dangjian.task.flow.State;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever units forward, hand in, review and take back, and however many of them at once, the chain stays whole. */
class RelayPropertyTest extends RunningTask {

    @Autowired
    private JdbcClient jdbc;

    private record Given(long id, long dispatch, long unit, long issuer) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void noStateIsSkippedAndNothingIsLost(long seed) throws Exception {
        var ladder = new Ladder(api, tokens, jdbc);
        long root = ladder.relay(ladder.province);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var people = List.of(1, 2, 3).stream()
                    .map(person -> threads.submit((Callable<Boolean>) () -> {
                        var random = new Random(seed * 31 + person);
                        for (int step = 0; step < 30; step++) act(ladder, root, random);
                        return true;
                    }))
                    .toList();
            for (var person : people) assertThat(person.get()).isTrue();
        }

        assertThatChainsAreWhole(root);
        assertThatNoStateWasSkipped(root);
    }

    private void act(Ladder ladder, long root, Random random) {
        var all = jdbc.sql("""
            select a.id, a.dispatch_id dispatch, a.unit_id unit, d.issuer_id issuer
              from assignment a join dispatch d on d.id = a.dispatch_id where d.root_id = ?\
            """).param(root).query(Given.class).list();
        var one = all.get(random.nextInt(all.size()));
        int status =
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> ladder.sign(one.id(), one.unit()).status();
                    case 3, 4, 5 -> {
                        var body = forwarding("转派", DUE.minus(random.nextInt(3), ChronoUnit.DAYS));
                        body.put("earlyReason", "提前");
                        yield ladder.forward(one.id(), one.unit(), body).status();
                    }
                    case 6, 7 -> ladder.submit(one.id(), one.unit()).status();
                    case 8 -> ladder.step(one.id(), "approval", one.issuer()).status();
                    case 9 ->
                        ladder.post("/v1/assignments/" + one.id() + "/return", one.issuer(), Map.of("reason", "补充"))
                                .status();
                    case 10 -> recall(ladder, one, "withdrawal");
                    default -> recall(ladder, one, "reopening");
                };
        assertThat(status).isIn(200, 201, 403, 404, 409, 422, 503);
    }

    private static int recall(Ladder ladder, Given one, String door) {
        return ladder.post("/v1/dispatches/" + one.dispatch() + "/" + door, one.issuer(), Map.of("reason", "另有部署"))
                .status();
    }

    private void assertThatChainsAreWhole(long root) {
        var wrong = jdbc.sql("""
            select f.id
              from dispatch f
              join assignment a on a.id = f.parent_assignment_id
              join dispatch d on d.id = a.dispatch_id
             where f.root_id = :root
               and (f.chain <> concat(d.chain, f.id, '/') or f.depth <> d.depth + 1 or f.issuer_id <> a.unit_id
                    or f.deadline > d.deadline or d.root_id <> :root
                    or f.addressed <> (select count(*) from assignment b where b.dispatch_id = f.id)
                    or f.addressed <> (select count(*) from unit u where u.parent_id = f.issuer_id)
                    or (d.recalled_with is not null and f.recalled_with is null))\
            """).param("root", root).query(Long.class).list();
        assertThat(wrong).isEmpty();
        assertThat(jdbc.sql("""
            select count(*) from assignment a join dispatch d on d.id = a.dispatch_id
             where d.root_id = ? and d.recalled_with is not null and a.state not in ('WITHDRAWN', 'APPROVED')\
            """).param(root).query(Long.class).single()).isZero();
    }

    /** What was told of each assignment: every version once, and each leads to the next by a move that there is. */
    private void assertThatNoStateWasSkipped(long root) {
        var assignments = jdbc.sql("""
            select a.id from assignment a join dispatch d on d.id = a.dispatch_id where d.root_id = ?\
            """).param(root).query(Long.class).list();
        for (long assignment : assignments) {
            var told = jdbc.sql("""
                select concat(version, ' ', json_unquote(json_extract(data, '$.state'))) from outbox
                 where event_key = ? order by version\
                """)
                    .param("assignment:" + assignment)
                    .query(String.class)
                    .list();
            var state = State.ADDRESSED;
            long version = 1;
            for (var each : told) {
                var next = State.valueOf(each.substring(each.indexOf(' ') + 1));
                assertThat(each).isEqualTo(++version + " " + next);
                assertThat(leads(state, next)).as(assignment + ": " + told).isTrue();
                state = next;
            }
            assertThat(jdbc.sql("select concat(version, ' ', state) from assignment where id = ?")
                            .param(assignment)
                            .query(String.class)
                            .single())
                    .isEqualTo(version + " " + state);
        }
    }

    private static boolean leads(State from, State to) {
        return Arrays.stream(Move.values())
                .anyMatch(move -> move.from().contains(from) && move.to().contains(to));
    }
}
