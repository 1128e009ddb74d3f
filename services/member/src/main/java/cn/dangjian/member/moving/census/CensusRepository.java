package cn.dangjian.member.moving.census;

import cn.dangjian.member.moving.census.Census.Entry;
import cn.dangjian.member.moving.census.Census.Result;
import cn.dangjian.member.moving.census.EnterResults.ResultRequest;
import cn.dangjian.member.moving.census.OpenCensus.CensusRequest;
import cn.dangjian.member.person.standing.HandOverObserver.HandOver;
import cn.dangjian.member.person.standing.MemberId;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code census} and {@code census_member}: what is asked, and what was answered. */
@Repository
class CensusRepository {

    /** Of whoever opened it, those above, and those below of whose members it asks. */
    private static final String CENSUS = """
        select c.id, c.unit_id unit, t.name unit_name, c.year, c.counted_on, c.deadline, c.document, c.opened_at,
               c.closed_at
          from census c join unit t on t.id = c.unit_id
         where (exists (select 1 from unit u where u.id = c.unit_id and {scope u})
                or exists (select 1 from census_member e join unit u on u.id = e.unit_id and {scope u}
                            where e.census_id = c.id))\
        """;

    private static final String ENTRY = """
        select e.member_id as member, m.name, e.unit_id unit, e.result, e.note
          from unit u join census_member e on e.unit_id = u.id straight_join member m on m.id = e.member_id
         where {scope u} and e.census_id = :census\
        """;

    private final Rows rows;

    CensusRepository(Rows rows) {
        this.rows = rows;
    }

    Optional<Census> find(long id, Scope scope) {
        return rows.sql(CENSUS + " and c.id = :id").in(scope).with("id", id).find(Census.class);
    }

    List<Census> list(Slice slice, Scope scope) {
        return rows.sql(CENSUS + " and c.id < :before order by c.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Census.class);
    }

    /** Lets one at a time open a census in a province: two that overlap must not begin at once. */
    void lockOpening(Unit unit) {
        rows.sql("select id from unit where path = :top for update")
                .with("top", unit.path().substring(0, Unit.SEGMENT))
                .lock();
    }

    /** One of the year whose subtree holds this unit, or lies below it. */
    @Unscoped("whether a unit that was found in the caller's scope is asked already")
    Optional<Long> findOverlapping(int year, Unit unit) {
        return rows.unscoped("""
            select min(c.id) from census c join unit u on u.id = c.unit_id
             where c.year = :year and (u.path like concat(:path, '%') or :path like concat(u.path, '%'))
            having min(c.id) is not null\
            """).with("year", year).with("path", unit.path()).find(Long.class);
    }

    long insert(Unit unit, CensusRequest request, Desk desk) {
        return rows.sql("""
            insert into census (unit_id, year, counted_on, deadline, document, subject, opened_at)
            values (:unit, :year, :countedOn, :deadline, :document, :subject, :at)\
            """).with(request).with("unit", unit.id()).by(desk).insert();
    }

    /** Everybody who was a member on that day. */
    void ask(long census, LocalDate on, Scope scope) {
        rows.sql("""
            insert into census_member (census_id, member_id, unit_id)
            select :census, s.member_id, s.unit_id
              from unit u straight_join standing s force index (standing_unit)
                on s.unit_id = u.id and s.to_on >= :on and s.from_on <= :on
             where {scope u} and s.status in (:statuses)\
            """)
                .in(scope)
                .with("census", census)
                .with("on", on)
                .with("statuses", Status.MEMBERS)
                .update();
    }

    List<Entry> listEntries(long census, Collection<Long> members, Scope scope) {
        return rows.sql(ENTRY + " and e.member_id in (:members) order by e.member_id")
                .in(scope)
                .with("census", census)
                .with("members", members)
                .list(Entry.class);
    }

    /** @param open only those of whom nobody has said it */
    List<Entry> listEntries(long census, @Nullable Result result, boolean open, Slice slice, Scope scope) {
        return rows.sql(ENTRY + """
             and e.member_id < :before and (:result is null or e.result = :result)
             and (not :open or e.result is null) order by e.member_id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("census", census)
                .with("result", result)
                .with("open", open)
                .list(Entry.class);
    }

    void enter(long census, List<ResultRequest> results, Desk desk) {
        rows.sql("""
            update census_member set result = :result, note = :note, subject = :subject, at = :at
             where census_id = :census and member_id = :member\
            """).with("census", census).by(desk).each(results);
    }

    /** Censuses that go on and ask of somebody at a unit of whom nobody has said where he is. */
    @Unscoped("the unit has ended; nobody sees the rows")
    List<Long> listUnanswered(UnitId unit) {
        return rows.unscoped("""
            select distinct e.census_id from census_member e join census c on c.id = e.census_id and c.closed_at is null
             where e.unit_id = :unit and e.result is null order by e.census_id\
            """).with("unit", unit).list(Long.class);
    }

    /** Those that ask of some of them. */
    @Unscoped("a part of the unit was made a unit of its own; nobody sees the rows")
    List<Long> listUnanswered(UnitId unit, Collection<MemberId> members) {
        return rows.unscoped("""
            select distinct e.census_id from census_member e join census c on c.id = e.census_id and c.closed_at is null
             where e.unit_id = :unit and e.member_id in (:members) and e.result is null order by e.census_id\
            """).with("unit", unit).with("members", members).list(Long.class);
    }

    void handOver(HandOver handOver) {
        rows.sql("""
            update census_member e join census c on c.id = e.census_id and c.closed_at is null
               set e.unit_id = :to where e.unit_id = :from\
            """).with(handOver).update();
    }

    void handOver(HandOver handOver, Collection<MemberId> members) {
        rows.sql("""
            update census_member e join census c on c.id = e.census_id and c.closed_at is null
               set e.unit_id = :to where e.unit_id = :from and e.member_id in (:members)\
            """).with(handOver).with("members", members).update();
    }

    /** Of how many nobody has said it. */
    int countOpen(long census, Scope scope) {
        return rows.sql("""
            select count(*) from unit u straight_join census_member e force index (census_member_unit)
                on e.unit_id = u.id where {scope u} and e.census_id = :census and e.result is null\
            """).in(scope).with("census", census).get(Integer.class);
    }

    /** Whether it asks of anybody there. */
    boolean isAsked(long census, Scope scope) {
        return rows.sql("""
            select 1 from unit u straight_join census_member e force index (census_member_unit)
                on e.unit_id = u.id where {scope u} and e.census_id = :census limit 1\
            """).in(scope).with("census", census).exists();
    }
}
