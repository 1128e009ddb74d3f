package cn.dangjian.member.telling.heir;

import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.member.telling.heir.EnterSplitList.SplitListRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code heir_done}, {@code split_part}, {@code split_line} and {@code split_stranded}. */
@Repository
class HeirTable {

    private static final int AT_ONCE = 1000;

    private final Rows rows;

    HeirTable(Rows rows) {
        this.rows = rows;
    }

    /** A unit that ended, and the one to which its people go. */
    record Ended(
            UnitId unit,
            UnitId heir,
            LocalDate day,
            @Nullable String document) {}

    /** A unit that came out of another one. */
    record Part(
            UnitId unit,
            UnitId origin,
            String code,
            LocalDate day,
            @Nullable String document) {}

    /** @param moved false until the day, and if he left before it */
    record Listed(
            long member, String name, String code, String document, boolean moved, String subject, OffsetDateTime at) {}

    /** Somebody who was on no list. */
    record Stranded(long member, String name, Status status, UnitId unit, UnitId heir) {}

    private record OnList(UnitId unit, String document) {}

    /** Nobody else is registered at the unit, or moved from it, until the transaction ends; its first statement. */
    void lock(UnitId unit) {
        rows.unscoped("select id from unit where id = :unit for update")
                .with("unit", unit)
                .lock();
    }

    /** Nobody else changes what happened to these persons until the transaction ends. */
    void hold(List<MemberId> members) {
        for (int first = 0; first < members.size(); first += AT_ONCE)
            rows.unscoped("select id from member where id in (:ids) order by id for update")
                    .with("ids", members.subList(first, Math.min(first + AT_ONCE, members.size())))
                    .lock();
    }

    @Unscoped("for the note of a move that was decided")
    String findName(UnitId unit) {
        return rows.unscoped("select name from unit where id = :unit")
                .with("unit", unit)
                .find(String.class)
                .orElse(String.valueOf(unit.value()));
    }

    /** Everybody whose file the unit keeps open; those who are out stay where they were last. */
    @Unscoped("the tree was changed; nobody sees the rows")
    List<MemberId> listPeople(UnitId unit) {
        return rows.unscoped("""
            select member_id from standing
             where unit_id = :unit and to_on = '9999-12-31' and status in (:statuses) order by member_id\
            """)
                .with("unit", unit)
                .with("statuses", Status.CURRENT)
                .list((row, number) -> new MemberId(row.getLong(1)));
    }

    /** Those of these persons who are at the unit, or came from it and were on no list. */
    @Unscoped("the unit was found in the caller's scope")
    Set<Long> listThere(UnitId unit, Collection<Long> members) {
        return Set.copyOf(rows.unscoped("""
            select s.member_id from standing s
              left join split_stranded t on t.unit_id = :unit and t.member_id = s.member_id and t.heir_id = s.unit_id
             where s.member_id in (:members) and s.to_on = '9999-12-31' and s.status in (:statuses)
               and (s.unit_id = :unit or t.unit_id is not null)\
            """)
                .with("unit", unit)
                .with("members", members)
                .with("statuses", Status.CURRENT)
                .list(Long.class));
    }

    /** Who is to go to a part, and is where he can go from. */
    @Unscoped("the tree was changed, or the unit was found in the caller's scope; nobody sees the rows")
    List<MemberId> listListed(Part part) {
        return rows.unscoped("""
            select l.member_id from split_line l
              join standing s on s.member_id = l.member_id and s.to_on = '9999-12-31' and s.status in (:statuses)
              left join split_stranded t on t.unit_id = l.unit_id and t.member_id = l.member_id and t.heir_id = s.unit_id
             where l.unit_id = :origin and l.code = :code and l.moved = false
               and (s.unit_id = :origin or t.unit_id is not null)
             order by l.member_id\
            """)
                .with("origin", part.origin())
                .with("code", part.code())
                .with("statuses", Status.CURRENT)
                .list((row, number) -> new MemberId(row.getLong(1)));
    }

    void moved(Part part, List<MemberId> members) {
        rows.sql("update split_line set moved = true where unit_id = :origin and member_id in (:members)")
                .with("origin", part.origin())
                .with("members", members)
                .update();
        rows.sql("delete from split_stranded where unit_id = :origin and member_id in (:members)")
                .with("origin", part.origin())
                .with("members", members)
                .update();
    }

    void save(Part part) {
        rows.sql("""
            insert into split_part (unit_id, origin_id, code, day, document) values (:unit, :origin, :code, :day, :document)
            on duplicate key update code = values(code)\
            """).with(part).update();
    }

    void save(Ended ended, int people) {
        rows.sql("""
            insert into heir_done (unit_id, heir_id, day, document, people) values (:unit, :heir, :day, :document, :people)
            on duplicate key update people = people + values(people)\
            """).with(ended).with("people", people).update();
    }

    @Unscoped("the tree was changed; nobody sees the rows")
    Optional<Ended> findEnded(UnitId unit) {
        return rows.unscoped("select unit_id unit, heir_id heir, day, document from heir_done where unit_id = :unit")
                .with("unit", unit)
                .find(Ended.class);
    }

    @Unscoped("the unit was found in the caller's scope")
    List<Part> listParts(UnitId origin) {
        return rows.unscoped("""
            select unit_id unit, origin_id origin, code, day, document from split_part where origin_id = :origin order by unit_id\
            """).with("origin", origin).list(Part.class);
    }

    private record Lost(long member) {}

    void strand(Ended ended, List<MemberId> members) {
        rows.sql("""
            insert into split_stranded (unit_id, member_id, heir_id) values (:unit, :member, :heir)
            on duplicate key update heir_id = values(heir_id)\
            """)
                .with("unit", ended.unit())
                .with("heir", ended.heir())
                .each(members.stream().map(member -> new Lost(member.value())).toList());
    }

    /** A later list says something else of whoever has not moved yet. */
    void save(UnitId unit, SplitListRequest list, Desk desk) {
        rows.sql("""
            insert into split_line (unit_id, member_id, code, document, moved, subject, at)
            values (:unit, :member, :code, :document, false, :subject, :at)
            on duplicate key update code = values(code), document = values(document), moved = false,
                   subject = values(subject), at = values(at)\
            """).with(new OnList(unit, list.document())).by(desk).each(list.lines());
    }

    /** In the order of the files. */
    List<Listed> list(UnitId unit, Slice slice, Scope scope) {
        return rows.sql("""
            select l.member_id as member, m.name, l.code, l.document, l.moved, l.subject, l.at
              from split_line l join member m on m.id = l.member_id
              join standing s on s.member_id = l.member_id and s.to_on = '9999-12-31'
              join unit u on u.id = s.unit_id and {scope u}
             where l.unit_id = :unit and l.member_id < :before order by l.member_id desc limit :rows\
            """).in(scope).newest(slice).with("unit", unit).list(Listed.class);
    }

    /** Who went to the first part without being on a list and is still there; of the unit that ended, or of that part. */
    List<Stranded> listStranded(UnitId unit, Slice slice, Scope scope) {
        return rows.sql("""
            select t.member_id as member, m.name, s.status, t.unit_id unit, t.heir_id heir
              from split_stranded t join member m on m.id = t.member_id
              join standing s on s.member_id = t.member_id and s.to_on = '9999-12-31' and s.unit_id = t.heir_id
              join unit u on u.id = s.unit_id and {scope u}
             where (t.unit_id = :unit or t.heir_id = :unit) and t.member_id < :before
             order by t.member_id desc limit :rows\
            """).in(scope).newest(slice).with("unit", unit).list(Stranded.class);
    }
}
