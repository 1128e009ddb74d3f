package cn.dangjian.task.standing;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Versioned;
import cn.dangjian.task.standing.SetStanding.StandingRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code standing_order}. */
@Repository
class StandingTable {

    private static final String VIEW = """
        select s.id, s.unit_id unit, u.name unit_name, s.from_unit `from`, s.text, s.days_early, s.reason,
               s.on_duty is not null active, s.set_by, s.set_at, s.ended_at, s.version
          from standing_order s join unit u on u.id = s.unit_id\
        """;

    private final Rows rows;

    StandingTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A standing instruction.
     *
     * @param from whose dispatches are forwarded; null for those of any unit
     * @param daysEarly how many days before the unit's own date those below have to hand in
     * @param reason why, if it is any
     * @param setBy the account that is named as who forwards
     */
    record Standing(
            long id,
            UnitId unit,
            String unitName,
            @Nullable UnitId from,
            String text,
            int daysEarly,
            @Nullable String reason,
            boolean active,
            long setBy,
            OffsetDateTime setAt,
            @Nullable OffsetDateTime endedAt,
            long version)
            implements Versioned {}

    boolean isSet(UnitId unit, @Nullable UnitId from) {
        return rows.unscoped("""
            select 1 from standing_order where unit_id = :unit and from_key = :from and on_duty = 1\
            """).with("unit", unit).with("from", key(from)).exists();
    }

    long insert(StandingRequest request, Desk desk) {
        return rows.sql("""
            insert into standing_order (unit_id, from_unit, from_key, text, days_early, reason, on_duty, set_by, set_at, version)
            values (:unit, :from, :fromKey, :text, :daysEarly, :reason, 1, :account, :at, 1)\
            """)
                .with(request)
                .with("unit", desk.unit().id())
                .with("fromKey", key(request.from()))
                .with("account", desk.caller().account())
                .by(desk)
                .insert();
    }

    private static long key(@Nullable UnitId from) {
        return from == null ? 0 : from.value();
    }

    void end(Standing standing, Desk desk) {
        rows.sql("""
            update standing_order set on_duty = null, ended_by = :account, ended_at = :at, version = version + 1
             where id = :id and version = :version\
            """)
                .with("id", standing.id())
                .with("version", standing.version())
                .with("account", desk.caller().account())
                .by(desk)
                .updateOne("Standing instruction " + standing.id());
    }

    Optional<Standing> find(long id, Scope scope) {
        return rows.sql(VIEW + " where s.id = :id and {scope u}")
                .in(scope)
                .with("id", id)
                .find(Standing.class);
    }

    List<Standing> list(Scope scope, Slice slice) {
        return rows.sql(VIEW + " where {scope u} and s.id < :before order by s.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Standing.class);
    }

    /** Those of units that have ended hold no more. */
    @Unscoped("the tree was changed; nobody sees the rows")
    void endOf(List<UnitId> units, Instant at) {
        rows.sql("""
            update standing_order set on_duty = null, ended_at = :at, version = version + 1
             where unit_id in (:units) and on_duty = 1\
            """).with("units", units).with("at", at).update();
    }
}
