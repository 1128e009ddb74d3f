package cn.dangjian.member.telling.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how long it takes to count a county of 10,000 members and all above it, today and on past days, one question
 * after the other, beside counting the periods: {@code ./mvnw -pl services/member -am test -Dtest=CountsMeasurement
 * -Dsurefire.failIfNoSpecifiedTests=false -Dmeasure=true -Dpeople=200000}.
 */
@ServiceTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class CountsMeasurement {

    private static final int PEOPLE = Integer.getInteger("people", 200_000);
    private static final int COUNTY = 10_000;
    private static final int TOWNSHIPS = 16;
    private static final int BRANCHES = 38;
    private static final int ROUNDS = 40;
    private static final int BATCH = 10_000;
    private static final long FIRST = 1_000_000;
    private static final LocalDate BEGIN = LocalDate.of(1970, 1, 1);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate jdbc;

    private final Random random = new Random(9);
    private final List<Object[]> units = new ArrayList<>();
    private final List<Long> branches = new ArrayList<>();

    @Test
    void printsHowLongItTakesToCount() {
        province.settle();
        long county = tree();
        people();
        jdbc.update("insert into due (kind, id, changed) select distinct 'counts', unit_id, true from standing");
        long start = System.nanoTime();
        await().atMost(Duration.ofMinutes(20))
                .until(
                        () -> jdbc.queryForObject("select count(*) from due where kind = 'counts'", Long.class),
                        left -> left == 0);
        System.out.printf("%d people, kept after %.1f s%n", PEOPLE, (System.nanoTime() - start) / 1e9);

        for (String day : new String[] {"", "?on=2000-06-30", "?on=2019-03-05", "?on=1985-10-01"}) {
            for (long unit : new long[] {county, Province.CITY, Province.PROVINCE}) ask(unit, day);
            counted(county, day.isEmpty() ? LocalDate.now().toString() : day.substring(4));
        }
    }

    /** As many counties as are needed, below one city; the first of them. */
    private long tree() {
        long next = FIRST;
        long first = 0;
        for (int i = 0; i < PEOPLE / COUNTY; i++) {
            long county = unit(next++, Province.CITY, Province.path(Province.CITY), "COUNTY");
            if (first == 0) first = county;
            String path = Province.path(Province.CITY) + Province.segment(county);
            for (int t = 0; t < TOWNSHIPS; t++) {
                long township = unit(next++, county, path, "TOWNSHIP");
                for (int b = 0; b < BRANCHES; b++)
                    branches.add(unit(next++, township, path + Province.segment(township), "BRANCH"));
            }
        }
        jdbc.batchUpdate("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (?, ?, ?, '测量', ?, 'PARTY_BRANCH', 'RURAL', ?, 1, '1950-01-01')\
            """, units);
        return first;
    }

    private long unit(long id, long parent, String path, String tier) {
        units.add(new Object[] {id, parent, "M" + id, tier, path + Province.segment(id)});
        return id;
    }

    /** On the way for some years, then members, of whom every fourth retires. */
    private void people() {
        var rows = new ArrayList<Object[]>();
        for (int person = 0; person < PEOPLE; person++) {
            long unit = branches.get(random.nextInt(branches.size()));
            var day = BEGIN.plusDays(random.nextInt(18_000));
            day = add(rows, person, day, 400, "APPLICANT", unit, null);
            day = add(rows, person, day, 400, "ACTIVIST", unit, null);
            day = add(rows, person, day, 250, "OBJECT", unit, null);
            day = add(rows, person, day, 365, "PROBATIONARY", unit, "RURAL");
            if (random.nextInt(4) == 0) day = add(rows, person, day, 3000, "FULL", unit, "RURAL");
            rows.add(period(person, day, LocalDate.of(9999, 12, 31), "FULL", unit, "RETIRED"));
            if (rows.size() > BATCH) save(rows);
        }
        save(rows);
    }

    private LocalDate add(
            List<Object[]> rows, int person, LocalDate day, int days, String status, long unit, String memberClass) {
        var next = day.plusDays(days + random.nextInt(60));
        rows.add(period(person, day, next.minusDays(1), status, unit, memberClass));
        return next;
    }

    private static Object[] period(
            int person, LocalDate from, LocalDate to, String status, long unit, String memberClass) {
        return new Object[] {FIRST + person, Date.valueOf(from), Date.valueOf(to), status, unit, memberClass};
    }

    private void save(List<Object[]> rows) {
        jdbc.batchUpdate("""
            insert into standing (member_id, from_on, to_on, status, unit_id, member_class, lost)
            values (?, ?, ?, ?, ?, ?, false)\
            """, rows);
        rows.clear();
    }

    private void ask(long unit, String day) {
        var took = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            var answer = api.get("/v1/units/" + unit + "/counts" + day)
                    .as(tokens.at(Province.PROVINCE))
                    .send();
            took.add((System.nanoTime() - start) / 1e6);
            assertThat(answer.status()).isEqualTo(200);
        }
        print("unit " + unit + " " + day, took);
    }

    /** The periods themselves, as it would be without what is kept. */
    private void counted(long unit, String day) {
        var took = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            jdbc.queryForList("""
                select substring(u.path, 1, 20) path, s.status, s.member_class, count(*) people, sum(s.lost) lost
                  from unit u straight_join standing s force index (standing_unit)
                    on s.unit_id = u.id and s.to_on >= ? and s.from_on <= ?
                  join unit top on top.id = ?
                 where u.path between top.path and concat(top.path, '~')
                 group by substring(u.path, 1, 20), s.status, s.member_class\
                """, day, day, unit);
            took.add((System.nanoTime() - start) / 1e6);
        }
        print("  its periods counted, in the database", took);
    }

    private static void print(String what, List<Double> took) {
        var sorted = took.stream().sorted().toList();
        System.out.printf(
                "%s: fastest %.1f, median %.1f, slowest %.1f ms%n",
                what, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
    }
}
