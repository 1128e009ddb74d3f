package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRepository.OPEN;

import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code register_state} and {@code register_link}, where Party units end or move: what lay at one lies at its heir
 * from that day on, or at the unit above; what one stood for its heir stands for, or nobody does.
 */
@Repository
class RegisterHeirTable implements Hanging {

    private final Rows rows;
    private final StaleTable stale;

    RegisterHeirTable(Rows rows, StaleTable stale) {
        this.rows = rows;
        this.stale = stale;
    }

    @Override
    public void unitsEnded(List<Departure> ended) {
        stale.add(listPlaces());
        rows.sql("""
            update register_unit r set r.version = r.version + 1
             where r.id in (select s.register_id from unit_departure d
                              join register_state s on s.place_id = d.unit_id and s.valid_to > d.day
                             union
                            select l.register_id from unit_departure d
                              join register_link l on l.party_unit_id = d.unit_id and l.valid_to > d.day
                             where l.valid_from < l.valid_to)\
            """).update();
        handOverPlaces();
        handOverLinks();
        stale.add(ended.stream()
                .flatMap(one -> Stream.of(one.unit(), one.heir(), one.parent()).flatMap(Stream::ofNullable))
                .map(UnitId::value)
                .distinct()
                .toList());
    }

    private void handOverPlaces() {
        rows.sql("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            select s.register_id, d.day, s.valid_to, d.goes_to, s.name, s.type, s.employees, s.members, d.subject, d.at
              from unit_departure d
              join register_state s on s.place_id = d.unit_id and s.valid_from < d.day and s.valid_to > d.day
             where d.goes_to is not null\
            """).update();
        rows.sql("""
            update register_state s join unit_departure d on s.place_id = d.unit_id and s.valid_from < d.day and s.valid_to > d.day
               set s.valid_to = d.day\
            """).update();
        rows.sql("""
            update register_state s join unit_departure d on s.place_id = d.unit_id and s.valid_from >= d.day
               set s.place_id = d.goes_to
             where d.goes_to is not null\
            """).update();
    }

    private void handOverLinks() {
        rows.sql("""
            insert into register_link (register_id, role, party_unit_id, founding, valid_from, valid_to, subject, at)
            select l.register_id, l.role, d.heir_id, l.founding, d.day, l.valid_to, d.subject, d.at
              from unit_departure d
              join register_link l on l.party_unit_id = d.unit_id and l.valid_from < d.day and l.valid_to > d.day
             where d.heir_id is not null\
            """).update();
        rows.sql("""
            update register_link l join unit_departure d on l.party_unit_id = d.unit_id and l.valid_from < d.day and l.valid_to > d.day
               set l.valid_to = d.day\
            """).update();
        rows.sql("""
            update register_link l join unit_departure d on l.party_unit_id = d.unit_id and l.valid_from >= d.day
               set l.party_unit_id = coalesce(d.heir_id, l.party_unit_id),
                   l.valid_to = if(d.heir_id is null, l.valid_from, l.valid_to)\
            """).update();
    }

    /** At the places of what they stood for, something else is counted. */
    @Unscoped("says where to count again")
    private List<Long> listPlaces() {
        return rows.unscoped("""
            select distinct s.place_id from unit_departure d
              join register_link l on l.party_unit_id = d.unit_id and l.valid_to > d.day
              join register_state s on s.register_id = l.register_id and s.valid_to = :open\
            """).with("open", OPEN).list(Long.class);
    }

    /**
     * 归口: a committee of a line looks after what lies below its own superior, and no longer what has left it, nor what it
     * has left itself.
     */
    @Override
    public void unitsMoved() {
        rows.sql("""
            update register_link l
              join (select distinct k.id, r.day
                      from unit_removal r
                      straight_join unit u on u.path between r.path and r.path_to
                      straight_join register_state s force index (register_state_place)
                        on s.place_id = u.id and s.valid_to = :open
                      straight_join register_link k on k.register_id = s.register_id and k.role = 'LINE'
                                                   and k.valid_to = :open
                      straight_join unit c on c.id = k.party_unit_id
                     where left(u.path, length(c.path) - 5) <> left(c.path, length(c.path) - 5)
                     union
                    select k.id, r.day
                      from unit_removal r
                      straight_join unit c on c.path between r.path and r.path_to
                      straight_join register_link k force index (register_link_party)
                        on k.party_unit_id = c.id and k.role = 'LINE' and k.valid_to = :open
                      straight_join register_state s on s.register_id = k.register_id and s.valid_to = :open
                      straight_join unit u on u.id = s.place_id
                     where left(u.path, length(c.path) - 5) <> left(c.path, length(c.path) - 5)) x on x.id = l.id
               set l.valid_to = greatest(l.valid_from, x.day)\
            """).with("open", OPEN).update();
    }
}
