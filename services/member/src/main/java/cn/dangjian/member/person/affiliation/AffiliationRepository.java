package cn.dangjian.member.person.affiliation;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.member.person.affiliation.Affiliate.AffiliationRequest;
import cn.dangjian.member.person.affiliation.Affiliation.Sort;
import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.HandOverObserver.HandOver;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code affiliation}. */
@Repository
class AffiliationRepository {

    private static final String AFFILIATION = """
        select a.id, a.member_id as member, a.unit_id unit, u.name unit_name, a.sort, a.from_on, a.to_on, a.document
          from affiliation a join unit u on u.id = a.unit_id where a.member_id = :member\
        """;

    private final Rows rows;

    AffiliationRepository(Rows rows) {
        this.rows = rows;
    }

    /** Somebody who takes part in a unit's work, as that unit sees him: no number, and no file. */
    record Affiliated(
            long id,
            long member,
            String name,
            Status status,
            @Nullable MemberClass memberClass,
            UnitId home,
            String homeName,
            Sort sort,
            LocalDate fromOn,
            LocalDate toOn) {}

    @Unscoped("the person was found in the caller's scope; units are known by their names")
    Optional<Affiliation> find(long id, long member) {
        return rows.unscoped(AFFILIATION + " and a.id = :id")
                .with("member", member)
                .with("id", id)
                .find(Affiliation.class);
    }

    /** The newest first. */
    @Unscoped("the person was found in the caller's scope; units are known by their names")
    List<Affiliation> list(long member, Slice slice) {
        return rows.unscoped(AFFILIATION + " and a.id < :before order by a.id desc limit :rows")
                .newest(slice)
                .with("member", member)
                .list(Affiliation.class);
    }

    /** Whether he is of that unit already on one of these days. */
    @Unscoped("the person was found in the caller's scope")
    boolean exists(long member, UnitId unit, LocalDate from, LocalDate to) {
        return rows.unscoped("""
            select 1 from affiliation
             where member_id = :member and unit_id = :unit and from_on <= :to and to_on >= :from limit 1\
            """)
                .with("member", member)
                .with("unit", unit)
                .with("from", from)
                .with("to", to)
                .exists();
    }

    /** Who takes part in the work of a unit on a day, the newest first; those whose file is closed are not among them. */
    List<Affiliated> listOf(Unit unit, LocalDate on, Slice slice, Scope scope) {
        return rows.sql("""
            select a.id, a.member_id as member, m.name, s.status, s.member_class, s.unit_id home, h.name home_name,
                   a.sort, a.from_on, a.to_on
              from affiliation a join unit u on u.id = a.unit_id and {scope u}
              join member m on m.id = a.member_id
              join standing s on s.member_id = a.member_id and s.to_on = '9999-12-31' and s.status in (:statuses)
              join unit h on h.id = s.unit_id
             where a.unit_id = :unit and s.unit_id <> a.unit_id and a.to_on >= :on and a.from_on <= :on and a.id < :before
             order by a.id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("unit", unit.id())
                .with("on", on)
                .with("statuses", Status.CURRENT)
                .list(Affiliated.class);
    }

    long insert(long member, Sort sort, AffiliationRequest request, Desk desk) {
        return rows.sql("""
            insert into affiliation (member_id, unit_id, sort, from_on, to_on, document, subject, at)
            values (:member, :unit, :sort, :from, :last, :document, :subject, :at)\
            """)
                .with(request)
                .with("last", request.to() == null ? Period.OPEN : request.to())
                .with("member", member)
                .with("sort", sort)
                .by(desk)
                .insert();
    }

    /** What goes on at a unit goes on at another one from a day on, unless the person belongs to that one, or takes part already. */
    void handOver(HandOver handOver, Sort sort) {
        var statements = List.of("""
            insert into affiliation (member_id, unit_id, sort, from_on, to_on, document, subject, at)
            select a.member_id, :to, :sort, case when a.from_on > :on then a.from_on else :on end, a.to_on, a.document,
                   :subject, :at
              from affiliation a
             where a.unit_id = :from and a.to_on >= :on
               and not exists (select 1 from standing s
                                where s.member_id = a.member_id and s.to_on = '9999-12-31' and s.unit_id = :to)
               and not exists (select 1 from affiliation b
                                where b.member_id = a.member_id and b.unit_id = :to and b.to_on >= :on)\
            """, "delete from affiliation where unit_id = :from and from_on >= :on", """
            update affiliation set to_on = :before where unit_id = :from and to_on >= :on\
            """);
        for (var sql : statements)
            rows.sql(sql)
                    .with(handOver)
                    .with("before", handOver.on().minusDays(1))
                    .with("sort", sort)
                    .update();
    }

    /** A row, for whoever ends it. */
    record GoingOn(long id, long member, UnitId unit, LocalDate fromOn, LocalDate toOn) {}

    @Unscoped("of whoever is moved; nobody sees the rows")
    List<GoingOn> list(Collection<Long> members) {
        return rows.unscoped("""
            select id, member_id as member, unit_id unit, from_on, to_on from affiliation
             where member_id in (:members) order by id\
            """).with("members", members).list(GoingOn.class);
    }

    private record Area(UnitId unit, String path) {}

    /** In which county units are, by its path; of one that is in none, where the unit above it is. */
    @Unscoped("places of units; nobody sees the rows")
    Map<UnitId, String> areas(Collection<UnitId> units) {
        return rows.unscoped("""
            select u.id unit, coalesce(c.path, substring(u.path, 1, char_length(u.path) - :segment)) path
              from unit u
              left join unit c on c.tier = 'COUNTY' and c.path in (substring(u.path, 1, 10), substring(u.path, 1, 15))
             where u.id in (:units)\
            """).with("segment", Unit.SEGMENT).with("units", units).list(Area.class).stream()
                .collect(toMap(Area::unit, Area::path));
    }

    /** @param on the last day */
    record Ending(long id, LocalDate on) {}

    void end(List<Ending> endings) {
        rows.sql("update affiliation set to_on = :on where id = :id").each(endings);
    }
}
