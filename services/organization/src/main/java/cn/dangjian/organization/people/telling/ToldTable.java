package cn.dangjian.organization.people.telling;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code team_told}. */
@Repository
@Unscoped("tells other services; nobody sees the rows")
class ToldTable {

    private final Rows rows;

    ToldTable(Rows rows) {
        this.rows = rows;
    }

    /** How many sit on a post of a unit. */
    record Held(long unitId, String post, int held) {}

    /**
     * The next units behind a number that exist on a day and have had a team, or were told to; one whose end was decided for
     * a later day exists until then.
     */
    List<Unit> listNext(long after, LocalDate day, int most) {
        return rows.unscoped("""
            select u.*
              from ((select distinct s.unit_id from team_session s join unit v on v.id = s.unit_id
                      where s.unit_id > :after and (v.valid_to is null or v.valid_to > :day)
                      order by s.unit_id limit :most)
                     union
                    (select t.unit_id from team_told t join unit v on v.id = t.unit_id
                      where t.unit_id > :after and (v.valid_to is null or v.valid_to > :day)
                      order by t.unit_id limit :most)) x
              join unit u on u.id = x.unit_id order by u.id limit :most\
            """)
                .with("after", after)
                .with("day", day)
                .with("most", most)
                .list(Unit.class);
    }

    List<Held> listHeld(Collection<Long> units, LocalDate day) {
        return rows.unscoped("""
            select unit_id, post, count(*) held from team_seat
             where unit_id in (:units) and from_on <= :day and (to_on is null or to_on > :day) group by unit_id, post\
            """).with("units", units).with("day", day).list(Held.class);
    }

    /** What was told of some units; held until the transaction ends. */
    List<TeamState> lock(Collection<Long> units) {
        return rows.unscoped("""
            select unit_id, quota, filled, secretary, due_on, as_of, version from team_told
             where unit_id in (:units) order by unit_id for update\
            """).with("units", units).list(TeamState.class);
    }

    void save(List<TeamState> told) {
        rows.sql("""
            insert into team_told (unit_id, quota, filled, secretary, due_on, as_of, version)
            values (:unitId, :quota, :filled, :secretary, :dueOn, :asOf, :version)
            on duplicate key update quota = values(quota), filled = values(filled), secretary = values(secretary),
                due_on = values(due_on), as_of = values(as_of), version = values(version), again = false\
            """).each(told);
    }

    void markAll() {
        rows.sql("update team_told set again = true").update();
    }

    /** The next ones that are to be told again; held until the transaction ends. */
    List<TeamState> takeAgain(int most) {
        return rows.unscoped("""
            select unit_id, quota, filled, secretary, due_on, as_of, version from team_told
             where again = true order by unit_id limit :most for update skip locked\
            """).with("most", most).list(TeamState.class);
    }

    void toldAgain(List<TeamState> told) {
        rows.sql("update team_told set again = false where unit_id = :unitId").each(told);
    }
}
