package cn.dangjian.organization.people.staff;

import cn.dangjian.organization.people.staff.StaffUnit.EndRequest;
import cn.dangjian.organization.people.staff.StaffUnit.QuotaRequest;
import cn.dangjian.organization.people.staff.StaffUnit.StaffRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code party_staff} and {@code party_staff_quota}. */
@Repository
class StaffRepository implements Hanging {

    private static final String STAFF = """
        select s.id, s.unit_id, s.type, s.name, s.account_id, s.full_time, s.from_on, s.to_on, s.version
          from party_staff s join unit u on u.id = s.unit_id and {scope u}\
        """;

    private final Rows rows;

    StaffRepository(Rows rows) {
        this.rows = rows;
    }

    /** How many of a type a unit has from a day on. */
    record Quota(UnitId unitId, String type, LocalDate since, int quota) {}

    Optional<Staff> find(long id, Scope scope) {
        return rows.sql(STAFF + " where s.id = :id").in(scope).with("id", id).find(Staff.class);
    }

    /** Who is there on a day. */
    List<Staff> list(UnitId unit, LocalDate day, Scope scope) {
        return rows.sql(STAFF + """
             where s.unit_id = :unit and s.from_on <= :day and (s.to_on is null or s.to_on > :day)
             order by s.type, s.id\
            """)
                .in(scope)
                .with("unit", unit)
                .with("day", day)
                .list(Staff.class);
    }

    /** What has been set for a unit until a day, the newest first. */
    List<Quota> listQuotas(UnitId unit, LocalDate day, Scope scope) {
        return rows.sql("""
            select q.unit_id, q.type, q.since, q.quota from party_staff_quota q
              join unit u on u.id = q.unit_id and {scope u}
             where q.unit_id = :unit and q.since <= :day order by q.since desc, q.id desc\
            """).in(scope).with("unit", unit).with("day", day).list(Quota.class);
    }

    /** Who came and went in a scope from one day to another, both included. */
    List<Turnover> count(LocalDate first, LocalDate last, Scope scope) {
        return rows.sql("""
            select s.type,
                   cast(sum(s.from_on < :first and (s.to_on is null or s.to_on >= :first)) as signed) at_start,
                   cast(sum(s.from_on between :first and :last) as signed) joined,
                   cast(coalesce(sum(s.to_on between :first and :last), 0) as signed) departed,
                   cast(sum(s.from_on <= :last and (s.to_on is null or s.to_on > :last)) as signed) at_end
              from unit u join party_staff s on s.unit_id = u.id
             where {scope u}
             group by s.type order by s.type\
            """).in(scope).with("first", first).with("last", last).list(Turnover.class);
    }

    long insert(UnitId unit, StaffRequest staff) {
        return rows.sql("""
            insert into party_staff (unit_id, type, name, account_id, full_time, from_on, version)
            values (:unit, :type, :name, :account, :fullTime, :from, 1)\
            """).with("unit", unit).with(staff).insert();
    }

    /** Fails if someone else changed it since it was read. */
    void end(Staff staff, EndRequest end) {
        rows.sql("""
            update party_staff set to_on = :on, reason = :reason, version = version + 1
             where id = :id and version = :version\
            """).with(staff).with(end).updateOne("Staff " + staff.id());
    }

    void insert(UnitId unit, QuotaRequest quota, Desk desk) {
        rows.sql("""
            insert into party_staff_quota (unit_id, type, since, quota, document, subject, at)
            values (:unit, :type, :since, :quota, :document, :subject, :at)\
            """).with("unit", unit).with(quota).by(desk).update();
    }

    /** 专职党务人员 go with what there is to do: from that day on they are at the heir, or nowhere. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            insert into party_staff (unit_id, type, name, account_id, full_time, from_on, to_on, reason, version)
            select d.heir_id, s.type, s.name, s.account_id, s.full_time, greatest(s.from_on, d.day), s.to_on, s.reason, 1
              from unit_departure d join party_staff s on s.unit_id = d.unit_id
             where d.heir_id is not null and (s.to_on is null or s.to_on > greatest(s.from_on, d.day))\
            """).update();
        rows.sql("""
            update party_staff s join unit_departure d on s.unit_id = d.unit_id
               set s.to_on = greatest(s.from_on, d.day), s.reason = d.reason, s.version = s.version + 1
             where s.to_on is null or s.to_on > greatest(s.from_on, d.day)\
            """).update();
    }
}
