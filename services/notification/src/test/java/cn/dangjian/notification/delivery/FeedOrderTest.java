package cn.dangjian.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.notification.delivery.DeliveryRepository.Address;
import cn.dangjian.notification.delivery.DeliveryRepository.Chunk;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Positions are given in the order of commits, and nothing is lost between two that commit at the same time. */
@ServiceTest
class FeedOrderTest {

    @Autowired
    ExpandDispatches expandDispatches;

    @Autowired
    SettlePending settlePending;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Province province;

    @BeforeEach
    void aProvince() {
        province.settle();
    }

    @Test
    void whoeverSeesAPositionSeesAllBeforeIt() throws Exception {
        var units = someStaffedVillages(3_000_000, 50);
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(5)) {
            Future<Long> reader = threads.submit(() -> {
                long looks = 0;
                while (!done.get()) {
                    var seen = database.queryForMap(
                            "select count(position) items, coalesce(max(position), 0) last from inbox_item");
                    assertThat(seen.get("items")).isEqualTo(seen.get("last"));
                    looks++;
                }
                return looks;
            });
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 4; writer++) {
                long first = 3000 + writer * 20L;
                writers.add(threads.submit(() -> {
                    for (long dispatch = first; dispatch < first + 20; dispatch++) expand(dispatch, units);
                }));
            }
            try {
                for (var writer : writers) writer.get();
            } finally {
                done.set(true);
            }
            assertThat(reader.get()).isPositive();
        }
        assertThat(database.queryForObject(
                        "select count(*) from inbox_item where dispatch between 3000 and 3079 and state = 'DELIVERED'",
                        Long.class))
                .isEqualTo(4000);
    }

    /** Both transactions look at something before they wait for each other, as every listener does. */
    @Test
    void deliversWhenAddressAndPostComeAtTheSameTime() throws Exception {
        var units = someVillages(3_100_000, 60);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (long unit : units) {
                var together = new CyclicBarrier(2);
                var address = threads.submit(() -> transaction.executeWithoutResult(status -> {
                    database.queryForList("select id from parked_event limit 1");
                    meet(together);
                    expandDispatches.expand(List.of(chunk(unit, List.of(unit))));
                }));
                var post = threads.submit(() -> transaction.executeWithoutResult(status -> {
                    database.queryForList("select id from parked_event limit 1");
                    meet(together);
                    staff(unit);
                    settlePending.staffed(Set.of(unit));
                }));
                address.get();
                post.get();
            }
        }
        assertThat(database.queryForList(
                        "select unit from inbox_item where unit between 3100000 and 3100059 and state <> 'DELIVERED'"))
                .isEmpty();
    }

    private void expand(long dispatch, List<Long> units) {
        transaction.executeWithoutResult(status -> expandDispatches.expand(List.of(chunk(dispatch, units))));
    }

    private static Chunk chunk(long dispatch, List<Long> units) {
        return new Chunk(
                dispatch,
                "派[2026]1号",
                "走访困难党员",
                Province.COUNTY,
                Instant.parse("2026-12-31T10:00:00Z"),
                Hierarchy.BLOCK,
                1,
                1,
                units.stream().map(unit -> new Address(dispatch, unit, unit, 0)).toList());
    }

    private List<Long> someStaffedVillages(long first, int count) {
        var units = someVillages(first, count);
        units.forEach(this::staff);
        return units;
    }

    private List<Long> someVillages(long first, int count) {
        var units = LongStream.range(first, first + count).boxed().toList();
        for (long unit : units) {
            database.update("""
                insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                values (?, 1111, ?, '示范村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', ?, 1, '2022-01-01')\
                """, unit, "98" + unit, cn.dangjian.notification.Said.path(unit));
        }
        return units;
    }

    private void staff(long unit) {
        database.update(
                "insert into roster (post, unit, account, duty, active, version) values (?, ?, ?, 'office', true, 1)",
                unit,
                unit,
                unit);
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
