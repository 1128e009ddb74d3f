package cn.dangjian.member.person.duplicate;

import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/**
 * Files that may be of one person. Those of the whole province are compared first, along an index that holds what is
 * compared ({@code member_number}, {@code member_birth}); few are left, and of those the ones in the scope are shown.
 */
@Repository
class DuplicateQueries {

    private static final String SHOWN = """
        select f.id, f.name, f.birth_on, f.status, f.unit, f.unit_name, f.same_as from (
            select m.id, m.name, m.birth_on, s.status, u.id unit, u.name unit_name,
                   min(m.id) over one same_as, min(m.number_index) over one least, max(m.number_index) over one most,
                   count(*) over one files
              from MANY d join member m on SAME
              join standing s on s.member_id = m.id and s.to_on = '9999-12-31'
              join unit u on u.id = s.unit_id and {scope u}
            window one as (partition by PERSON)) f
         where f.files > 1 and f.least COMPARED f.most
           and (f.same_as > :sameAs or (f.same_as = :sameAs and f.id > :id))
         order by f.same_as, f.id limit :rows\
        """;

    private static final String BY_NUMBER = SHOWN.replace(
                    "MANY", "(select number_index from member group by number_index having count(*) > 1)")
            .replace("SAME", "m.number_index = d.number_index")
            .replace("PERSON", "m.number_index")
            .replace("COMPARED", "=");

    private static final String BY_NAME = SHOWN.replace(
                    "MANY", "(select birth_on, name_key from member group by birth_on, name_key having count(*) > 1)")
            .replace("SAME", "m.birth_on = d.birth_on and m.name_key = d.name_key")
            .replace("PERSON", "m.birth_on, m.name_key")
            .replace("COMPARED", "<>");

    private final Rows rows;

    DuplicateQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A file that may be of the person of another one.
     *
     * @param sameAs the first of the files that may be of one person
     */
    record Twin(long id, String name, LocalDate birthOn, Status status, UnitId unit, String unitName, long sameAs) {}

    /** A place in the list. */
    record Place(long sameAs, long id) {}

    /** Who has a number, and in which county; where a unit is in none, the unit itself. */
    record Holder(long id, String name, String county) {}

    /** Files with one number of which the caller sees at least two. */
    List<Twin> listByNumber(Place after, int most, Scope scope) {
        return list(BY_NUMBER, after, most, scope);
    }

    /** Files with one name and birth day and different numbers, of which the caller sees at least two. */
    List<Twin> listByName(Place after, int most, Scope scope) {
        return list(BY_NAME, after, most, scope);
    }

    private List<Twin> list(String sql, Place after, int most, Scope scope) {
        return rows.sql(sql).in(scope).with(after).with("rows", most).list(Twin.class);
    }

    @Unscoped("answers yes or no to whoever knows name and number")
    List<Holder> listHolders(String index) {
        return rows.unscoped("""
            select m.id, m.name, coalesce(c.name, u.name) county
              from member m join standing s on s.member_id = m.id and s.to_on = '9999-12-31'
              join unit u on u.id = s.unit_id
              left join unit c on c.tier = 'COUNTY' and c.path in (substring(u.path, 1, 10), substring(u.path, 1, 15))
             where m.number_index = :index order by m.id\
            """).with("index", index).list(Holder.class);
    }

    /** Lets one question of a unit at a time be counted. */
    void lock(UnitId unit) {
        rows.unscoped("select id from unit where id = :id for update")
                .with("id", unit)
                .lock();
    }
}
