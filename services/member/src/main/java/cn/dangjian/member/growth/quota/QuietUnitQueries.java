package cn.dangjian.member.growth.quota;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Units with members in which nobody was admitted, or nobody became an activist, for years. */
@Repository
class QuietUnitQueries {

    private static final String EVENTS = """
        from standing s force index (standing_unit)
          straight_join member_event e force index (member_event_member)
            on e.member_id = s.member_id and e.day between s.from_on and s.to_on
         where s.unit_id = u.id and e.kind = '%s'
           and not exists (select 1 from member_strike x where x.event_id = e.id)\
        """;

    private static final String QUIET = """
        select u.id unit, u.name, u.path, (select max(e.day) %1$s) admitted_on, (select max(e.day) %2$s) activist_on
          from unit u
         where {scope u} and (u.path > :path or u.path = :path and u.id > :id)
           and u.tier in ('VILLAGE', 'BRANCH') and u.valid_to is null and u.valid_from < :since
           and exists (select 1 from standing s force index (standing_unit)
                        where s.unit_id = u.id and s.to_on = '9999-12-31' and s.status in ('PROBATIONARY', 'FULL'))
           and (not exists (select 1 %1$s and e.day >= :since) or not exists (select 1 %2$s and e.day >= :since))
         order by u.path, u.id limit :rows\
        """.formatted(EVENTS.formatted("ADMITTED"), EVENTS.formatted("ACTIVIST"));

    private final Rows rows;

    QuietUnitQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A unit that is quiet.
     *
     * @param admittedOn when somebody was admitted last; null if nobody ever was, as far as is written down
     * @param activistOn when somebody became an activist last
     */
    record QuietUnit(
            UnitId unit,
            String name,
            String path,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate activistOn) {}

    /** @param since nothing has happened from this day on; units that are younger are left out */
    List<QuietUnit> list(LocalDate since, Slice slice, Scope scope) {
        return rows.sql(QUIET).in(scope).inTree(slice).with("since", since).list(QuietUnit.class);
    }
}
