package cn.dangjian.identity.seat;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code seat} and {@code unit}, to look at. */
@Repository
class SeatQueries {

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
     * <p>The page first, along the index of where seats wait: joined before, all units of the scope would be sorted.
     */
    List<SeatView> list(Scope scope, LocalDate today, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
            select s.id as seat, s.post, s.account, s.from_day, s.to_day, u.id as unit, u.name as unit_name, u.tier,
                   s.waiting_path as path
              from (select w.id, w.unit, w.post, w.account, w.from_day, w.to_day, w.waiting_path from seat w
                     where w.waiting_path between :from and :to and w.waiting_path >= :path
                       and (w.waiting_path > :path or w.id > :seat) and (w.to_day is null or w.to_day > :today)
                     order by w.waiting_path, w.id limit :limit) s
              join unit u on u.id = s.unit
             order by s.waiting_path, s.id\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", after == null ? scope.from() : after.string(0))
                .param("seat", after == null ? 0 : after.number(1))
                .param("today", today)
                .param("limit", limit)
                .query(Records.of(SeatView.class))
                .list();
    }
}
