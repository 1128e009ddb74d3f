package cn.dangjian.platform.cases.next;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Open cases of every kind, of which one of the units lies in the scope. */
class OpenCaseQueries {

    private static final String OPEN = """
        select f.kind, f.id, f.unit_id unit, f.other_unit_id other, f.state, f.round, f.due_on, f.version,
               u.name unit_name, o.name other_name,
               (select group_concat(distinct s.step) from case_step s
                 where s.kind = f.kind and s.case_id = f.id and s.subject = :subject) taken
          from case_file f join unit u on u.id = f.unit_id left join unit o on o.id = f.other_unit_id
         where f.closed_at is null and f.kind in (:kinds) and f.due_on <= :dueUntil
           and f.due_on >= :due and (f.due_on > :due or f.kind > :kind or f.kind = :kind and f.id > :id)
           and (:every or exists (
               select 1 from json_table(:moves, '$[*]' columns (
                      kind varchar(32) path '$.kind', state varchar(32) path '$.state',
                      standing varchar(16) path '$.standing', apart varchar(1000) path '$.apart')) m
                where m.kind = f.kind and m.state = f.state
                  and case m.standing when 'SUBJECT' then f.unit_id = :own
                                      when 'PARENT' then u.parent_id in (:parents)
                                      when 'ABOVE' then f.unit_id <> :own and u.path between :scopeFrom and :scopeTo
                                      when 'OTHER' then f.other_unit_id = :own
                                      when 'PARENT_OTHER' then o.parent_id in (:parents)
                                      else f.other_unit_id <> :own and o.path between :scopeFrom and :scopeTo end
                  and not exists (select 1 from case_step s
                                   where s.kind = f.kind and s.case_id = f.id and s.subject = :subject
                                     and find_in_set(s.step, m.apart))))
           and\
        """;

    private static final String ORDER = "order by due_on, kind, id limit :rows";

    private final Rows rows;
    private final JsonMapper json;

    OpenCaseQueries(Rows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** After which row a page begins. */
    record Place(LocalDate due, String kind, long id) {}

    /**
     * What the caller asks for.
     *
     * @param dueUntil only what is due until then
     * @param every whether cases are listed in which the caller may do nothing
     */
    record Filter(Collection<String> kinds, LocalDate dueUntil, boolean every) {}

    /** A step that is in the caller's hand if his unit stands so; {@code apart} are steps that he must not have taken. */
    record MoveRow(String kind, String state, String standing, String apart) {}

    /** @param taken the steps that the caller has taken himself; null if none */
    record Row(
            String kind,
            long id,
            UnitId unit,
            @Nullable UnitId other,
            String state,
            int round,
            LocalDate dueOn,
            long version,
            String unitName,
            @Nullable String otherName,
            @Nullable String taken) {}

    /** What is due first comes first. */
    List<Row> list(Filter filter, Collection<MoveRow> moves, Place after, int limit, Desk desk, Scope scope) {
        return rows.sql("(" + OPEN + " {scope u} " + ORDER + ") union (" + OPEN + " {scope o} " + ORDER + ") " + ORDER)
                .in(scope)
                .with(filter)
                .with(after)
                .with("rows", limit)
                .with("moves", json.writeValueAsString(moves))
                .with("own", desk.unit().id())
                .with("parents", desk.asParents())
                .with("subject", desk.subject())
                .list(Row.class);
    }
}
