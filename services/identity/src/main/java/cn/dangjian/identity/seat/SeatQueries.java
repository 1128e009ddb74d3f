package cn.dangjian.identity.seat;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code seat}, {@code unit} and {@code post}, to look at. */
@Repository
class SeatQueries {

    /** Somebody sits there or will, and neither follows a post from it nor has the person one at the unit. */
    private static final String WAITING = """
           and (s.to_day is null or (s.to_day > :today and s.to_day > s.from_day))
           and not exists (select 1 from post p where p.seat = s.id and p.live)
           and not exists (select 1 from post q where q.account = s.account and q.unit = s.unit and q.live)
        """;

    private final JdbcClient jdbc;

    SeatQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A seat whose holder cannot act for the unit. */
    record SeatView(
            long seat,
            String post,
            @Nullable AccountId account,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            long unit,
            String unitName,
            String tier,
            @JsonIgnore String path) {

        Cursor cursor() {
            return Cursor.of(path, seat);
        }
    }

    /**
     * Seats without access in the order of the tree, after the one that the cursor names.
     *
     * <p>The units first, along the index of paths: ordering the join would sort the whole scope for every page.
     */
    List<SeatView> list(Scope scope, LocalDate today, @Nullable Cursor after, int limit) {
        String path = after == null ? scope.from() : after.string(0);
        // the unit of the cursor may have no further seat
        var units = units(scope, today, path, limit + 1);
        if (units.isEmpty()) return List.of();
        return jdbc.sql("""
            select s.id as seat, s.post, s.account, s.from_day, s.to_day, u.id as unit, u.name as unit_name, u.tier, u.path
              from unit u join seat s on s.unit = u.id
             where u.id in (:units) and (u.path > :path or s.id > :seat)
            """ + WAITING + "order by u.path, s.id limit :limit")
                .param("units", units)
                .param("path", path)
                .param("seat", after == null ? 0 : after.number(1))
                .param("today", today)
                .param("limit", limit)
                .query(SeatView.class)
                .list();
    }

    /** Counted and not asked whether there is one: that would be answered with a join of all seats of the province. */
    private List<Long> units(Scope scope, LocalDate today, String path, int limit) {
        return jdbc.sql("""
            select u.id from unit u
             where u.path between :from and :to and u.path >= :path and u.valid_to is null
               and 0 < (select count(*) from seat s where s.unit = u.id
            """ + WAITING + ") order by u.path limit :limit")
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", path)
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}
