package cn.dangjian.member.growth.quota;

import cn.dangjian.member.growth.quota.SetQuota.QuotaRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code development_quota}, with what was used of it by the periods of persons and is reserved by open cases. */
@Repository
class QuotaRepository {

    /** What was used and is reserved is found once for all quotas that are read, along the year and along what is open. */
    private static final String QUOTA = """
        with admitted as (
            select b.path, count(*) people from standing s force index (standing_status)
              straight_join unit b on b.id = s.unit_id
             where s.status = 'PROBATIONARY' and s.from_on between :first and :last
               and exists (select 1 from member_event e force index (member_event_member)
                            where e.member_id = s.member_id and e.kind = 'ADMITTED' and e.day = s.from_on
                              and not exists (select 1 from member_strike x where x.event_id = e.id))
             group by b.path),
        coming as (
            select b.path, count(*) people from case_file f force index (case_file_open)
              straight_join unit b on b.id = f.unit_id
             where f.closed_at is null and f.kind = 'developments' and f.state in ('OBJECT', 'ADMISSION')
             group by b.path)
        select q.id, q.unit_id unit, u.name unit_name, u.path, q.year, q.number, q.document,
               (select coalesce(sum(a.people), 0) from admitted a
                 where a.path between u.path and concat(u.path, '~')) used,
               (select coalesce(sum(c.people), 0) from coming c
                 where c.path between u.path and concat(u.path, '~')) reserved
          from development_quota q join unit u on u.id = q.unit_id
         where q.year = :year
           and not exists (select 1 from development_quota n
                            where n.unit_id = q.unit_id and n.year = q.year and n.id > q.id)\
        """;

    private final Rows rows;

    QuotaRepository(Rows rows) {
        this.rows = rows;
    }

    List<Quota> list(int year, Slice slice, Scope scope) {
        return of(rows.sql(QUOTA + """
             and {scope u} and (u.path > :path or u.path = :path and q.id > :id)
             order by u.path, q.id limit :rows\
            """).in(scope).inTree(slice), year).list(Quota.class);
    }

    Optional<Quota> find(UnitId unit, int year, Scope scope) {
        return of(
                        rows.sql(QUOTA + " and {scope u} and q.unit_id = :unit")
                                .in(scope)
                                .with("unit", unit),
                        year)
                .find(Quota.class);
    }

    /** Whoever else wants these rows waits until the transaction ends. */
    void lock(Collection<String> paths) {
        rows.unscoped("""
            select q.id from development_quota q join unit u on u.id = q.unit_id
             where u.path in (:paths) order by q.id for update\
            """).with("paths", paths).lock();
    }

    @Unscoped("the limits of units above a branch that was found in the caller's scope")
    List<Quota> listAbove(Collection<String> paths, int year) {
        return of(
                        rows.unscoped(QUOTA + " and u.path in (:paths) order by u.path desc")
                                .with("paths", paths),
                        year)
                .list(Quota.class);
    }

    @Unscoped("whether a unit above the caller's has set what he wants to set")
    boolean isSetAbove(UnitId unit, int year, Desk desk) {
        return rows.unscoped("""
            select 1 from development_quota q join unit u on u.id = q.set_by
             where q.unit_id = :unit and q.year = :year and u.path in (:paths) limit 1\
            """)
                .with("unit", unit)
                .with("year", year)
                .with("paths", Quotas.above(desk.unit().path()))
                .exists();
    }

    void insert(UnitId unit, int year, QuotaRequest quota, Desk desk) {
        rows.sql("""
            insert into development_quota (unit_id, year, number, document, set_by, subject, at)
            values (:unit, :year, :number, :document, :setBy, :subject, :at)\
            """)
                .with("unit", unit)
                .with("year", year)
                .with("setBy", desk.unit().id())
                .with(quota)
                .by(desk)
                .update();
    }

    private static Statement of(Statement statement, int year) {
        return statement
                .with("year", year)
                .with("first", LocalDate.of(year, 1, 1))
                .with("last", LocalDate.of(year, 12, 31));
    }
}
