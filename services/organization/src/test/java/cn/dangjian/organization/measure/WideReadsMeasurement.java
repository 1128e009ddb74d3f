package cn.dangjian.organization.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.tree.application.Hunan;
import cn.dangjian.organization.tree.rollup.Recount;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prints how long a province waits for its pages, on a real province with about 100,000 units, as many register units
 * and places, and members in every branch:
 * {@code ./mvnw -pl services/organization test -Dtest=WideReadsMeasurement -Dmeasure=true}.
 */
@ServiceTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class WideReadsMeasurement {

    private static final LocalDate DAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final int ROUNDS = 9;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void printsHowLongAProvinceWaits() throws Exception {
        var hunan = new Hunan(api, tokens, jdbc);
        hunan.settle();
        hunan.branches();
        facts();
        for (var table : new String[] {"unit", "member_count", "register_state", "register_link", "grid_place"})
            System.out.println(table + ": "
                    + jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        settled();

        for (var page : new String[] {
            "/v1/advice/counts",
            "/v1/coverage",
            "/v1/grid-rates",
            "/v1/coverage?asOf=" + DAY.minusDays(1),
            "/v1/grid-rates?asOf=" + DAY.minusDays(1),
            "/v1/units?limit=50",
            "/v1/units?tier=HOUSEHOLD",
            "/v1/units?tier=GROUP&limit=200",
            "/v1/units?tier=TOWNSHIP&limit=200",
            "/v1/register-units",
            "/v1/register-units?type=HOSPITAL",
            "/v1/register-units?type=SCHOOL&state=NOT_YET",
            "/v1/grid-places",
            "/v1/grid-places?kind=HOUSEHOLD",
            "/v1/advice",
            "/v1/advice?level=ALARM",
            "/v1/advice?advice=TOO_MANY_UNITS",
            "/v1/advice?advice=DELEGATES",
        }) ask(page, ROUNDS);
    }

    /** Ten members in most branches, one register unit and one grid in most villages, covered here and there. */
    private void facts() {
        run("""
            insert into member_count (unit_id, full_members, probationary, retired, version)
            select id, mod(id * 7919, 60), mod(id, 3), mod(id, 11), 1 from unit where tier = 'BRANCH'\
            """);
        run("""
            insert into register_unit (id, registered_on, version)
            select row_number() over (order by u.id), :day, 1 from unit u join
              (select 1 n union all select 2 union all select 3 union all select 4) k where u.tier = 'VILLAGE'\
            """);
        run("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            select t.number, :day, '9999-12-31', t.id, concat('虚构企业', t.number),
                   elt(1 + mod(t.number * 31, 5), 'PRIVATE_ENTERPRISE', 'SOCIAL_ORGANIZATION', 'SCHOOL',
                       'GOVERNMENT', 'STATE_ENTERPRISE'),
                   20, mod(t.number * 17, 6), 'x', now(6)
              from (select row_number() over (order by u.id) number, u.id from unit u join
                     (select 1 n union all select 2 union all select 3 union all select 4) k
                     where u.tier = 'VILLAGE') t\
            """);
        run("""
            insert into register_link (register_id, role, party_unit_id, founding, valid_from, valid_to, subject, at)
            select s.register_id, 'COVER', min(b.id), 'SINGLE', :day, '9999-12-31', 'x', now(6)
              from register_state s join unit b on b.parent_id = s.place_id where mod(s.register_id, 3) > 0
             group by s.register_id\
            """);
        run("""
            insert into grid_place (id, community_id, parent_id, kind, name, valid_from, valid_to, version, subject, at)
            select row_number() over (order by u.id), u.id, null, elt(k.n, 'GRID', 'GRID', 'BUILDING', 'BUILDING'),
                   '虚构网格', :day, '9999-12-31', 1, 'x', now(6)
              from unit u join (select 1 n union all select 2 union all select 3 union all select 4) k
             where u.tier = 'VILLAGE'\
            """);
        run("""
            insert into grid_link (place_id, party_unit_id, valid_from, valid_to, subject, at)
            select g.id, min(b.id), :day, '9999-12-31', 'x', now(6)
              from grid_place g join unit b on b.parent_id = g.community_id where mod(g.id, 3) > 0 group by g.id\
            """);
    }

    private void run(String sql) {
        var statement = jdbc.sql(sql);
        (sql.contains(":day") ? statement.param("day", DAY.minusDays(20)) : statement).update();
    }

    /** What was written here without the service is counted anew. */
    private void settled() {
        Recount.anew(jdbc);
        ask("/v1/advice/counts", 1);
        long start = System.nanoTime();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> jdbc.sql("select count(*) from rollup_stale")
                                .query(Long.class)
                                .single()
                        == 0);
        System.out.printf("all counted anew after %.1f s%n", (System.nanoTime() - start) / 1e9);
        for (var table : new String[] {"rollup_own", "rollup_total"})
            System.out.println(table + ": "
                    + jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
    }

    private void ask(String page, int rounds) {
        String token = tokens.at(jdbc.sql("select id from unit where code = '43'")
                .query(Long.class)
                .single());
        var times = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            var answer = api.get(page).as(token).send();
            times.add((System.nanoTime() - start) / 1e6);
            assertThat(answer.status()).as(page + " " + answer).isEqualTo(200);
        }
        double first = times.getFirst();
        times.sort(null);
        System.out.printf(
                "%-52s first %7.1f ms, median %7.1f ms, slowest %7.1f ms%n",
                page, first, times.get(rounds / 2), times.getLast());
    }
}
