package cn.dangjian.identity.seat;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Prints how long a province waits for its seats without access, with 300,000 units and 900,000 seats of which first
 * all and then a few wait: {@code ./mvnw -pl services/identity test -Dtest=WaitingMeasurement -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class WaitingMeasurement extends RunningIdentity {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final long FIRST = 10_000_000;
    private static final int UNITS = 300_000;
    private static final String DIGITS =
            "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4 union all select 5"
                    + " union all select 6 union all select 7 union all select 8 union all select 9)";

    @Autowired
    private SeatQueries queries;

    @Test
    void printsHowLongAProvinceWaits() {
        aLargeProvince();
        print("everybody waits");

        jdbc.sql("""
            insert into post (account, unit, duty, active, since, seat)
            select id, unit, 'secretary', true, now(6), id from seat where id >= :first and mod(id, 30000) <> 7\
            """).param("first", FIRST).update();
        settle();
        print("nearly nobody waits");

        jdbc.sql("update post set live = null where seat >= :first")
                .param("first", FIRST)
                .update();
        jdbc.sql("update seat set to_day = :today where id >= :first and mod(id, 9) <> 0")
                .param("today", TODAY)
                .param("first", FIRST)
                .update();
        settle();
        print("everybody who is still there waits");
    }

    private void aLargeProvince() {
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            select :first + n, 1111, concat('m', n), '某村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL',
                   concat(:path, lower(lpad(conv(:first + mod(n * 7919, 300000), 10, 36), 5, '0'))), 1, '2022-01-01'
              from (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d as n
                      from %1$s a, %1$s b, %1$s c, %1$s e, %1$s f, %1$s g) numbers
             where n < :units\
            """.formatted(DIGITS))
                .param("first", FIRST)
                .param("path", Province.path(1111))
                .param("units", UNITS)
                .update();
        jdbc.sql("""
            insert into seat (id, unit, post, account, from_day, version)
            select :first + (u.id - :first) * 3 + k.d, u.id, 'SECRETARY', null, '2022-01-01', 1
              from unit u join %s k on k.d < 3 where u.id >= :first\
            """.formatted(DIGITS)).param("first", FIRST).update();
        settle();
        jdbc.sql("analyze table unit").query((row, n) -> n).list();
        jdbc.sql("analyze table seat").query((row, n) -> n).list();
    }

    private void settle() {
        jdbc.sql("""
            update seat s set s.waiting_path = case
               when (s.to_day is null or s.to_day > :today)
                    and not exists (select 1 from post p where p.seat = s.id and p.live)
               then (select u.path from unit u where u.id = s.unit) end
             where s.id >= :first\
            """).param("today", TODAY).param("first", FIRST).update();
    }

    private void print(String when) {
        var province = new Scope(Province.path(1), Province.path(1) + "~");
        var middle = jdbc.sql("select path from unit where id = :id")
                .param("id", FIRST + 77)
                .query(String.class)
                .single();
        ask(when + ", province", province, null);
        ask(when + ", province from the middle", province, Cursor.of(middle, 0L));
        ask(when + ", one village", new Scope(middle, middle + "~"), null);
    }

    private void ask(String what, Scope scope, @Nullable Cursor after) {
        long best = Long.MAX_VALUE;
        long worst = 0;
        int found = 0;
        for (int i = 0; i < 7; i++) {
            long begun = System.nanoTime();
            found = queries.list(scope, TODAY, after, 51).size();
            long took = System.nanoTime() - begun;
            best = Math.min(best, took);
            worst = Math.max(worst, took);
        }
        System.out.printf("MEASURED %-60s %3d rows %6.1f .. %6.1f ms%n", what, found, best / 1e6, worst / 1e6);
    }
}
