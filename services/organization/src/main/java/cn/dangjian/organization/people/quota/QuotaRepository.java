package cn.dangjian.organization.people.quota;

import cn.dangjian.organization.people.quota.SetQuota.QuotaRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code team_quota}: rows are added, never changed. */
@Repository
class QuotaRepository {

    private final Rows rows;

    QuotaRepository(Rows rows) {
        this.rows = rows;
    }

    /** How many seats of a post a unit has from a day on. */
    record Quota(UnitId unitId, String post, LocalDate since, int quota) {}

    /** What has been set for some units until a day, the newest last. */
    List<Quota> list(Collection<Long> units, LocalDate day, Scope scope) {
        if (units.isEmpty()) return List.of();
        return rows.sql("""
            select q.unit_id, q.post, q.since, q.quota from team_quota q join unit u on u.id = q.unit_id
             where q.unit_id in (:units) and q.since <= :day and {scope u}
             order by q.since, q.id\
            """).in(scope).with("units", units).with("day", day).list(Quota.class);
    }

    void insert(UnitId unit, QuotaRequest quota, Desk desk) {
        rows.sql("""
            insert into team_quota (unit_id, post, since, quota, document, subject, at)
            values (:unit, :post, :since, :quota, :document, :subject, :at)\
            """).with("unit", unit).with(quota).by(desk).update();
    }
}
