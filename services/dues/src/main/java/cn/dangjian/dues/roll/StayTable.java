package cn.dangjian.dues.roll;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code stay}; other rooms ask here who stays where. */
@Repository
public class StayTable {

    private final Rows rows;

    StayTable(Rows rows) {
        this.rows = rows;
    }

    /** Somebody at a unit to which he does not belong; both days included. */
    record Stay(long unit, long member, LocalDate from, LocalDate to) {}

    /** The unit within the scope at which somebody stays on a day, if he belongs to another one. */
    public Optional<UnitId> find(long member, LocalDate day, Scope scope) {
        return rows.sql("""
            select s.unit_id from stay s join unit u on u.id = s.unit_id and {scope u}
             where s.member_id = :member and s.from_on <= :day and s.to_on >= :day
             order by s.from_on desc, s.unit_id limit 1\
            """)
                .in(scope)
                .with("member", member)
                .with("day", day)
                .find(Long.class)
                .map(UnitId::new);
    }

    /** All that is known of these units becomes this. */
    void replace(Collection<Long> units, List<Stay> stays) {
        rows.sql("delete from stay where unit_id in (:units)")
                .with("units", units)
                .update();
        rows.sql("""
            insert into stay (unit_id, member_id, from_on, to_on) values (:unit, :member, :from, :to)
            on duplicate key update to_on = greatest(to_on, values(to_on))\
            """).each(stays);
    }
}
