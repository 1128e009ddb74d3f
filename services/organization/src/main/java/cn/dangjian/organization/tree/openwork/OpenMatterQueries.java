package cn.dangjian.organization.tree.openwork;

import cn.dangjian.organization.tree.change.Ties.Becomes;
import cn.dangjian.organization.tree.change.Ties.Ending;
import cn.dangjian.organization.tree.change.Ties.Tie;
import cn.dangjian.platform.directory.Unscoped;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is open at a unit: members and others whose file it keeps, assignments that nobody has approved, a weak-and-lax case that is not closed. */
@Repository
class OpenMatterQueries {

    private final JdbcClient jdbc;

    OpenMatterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    List<Tie> list(Ending ending) {
        return jdbc
                .sql("""
                    select 'members' what, coalesce(open_files, full_members + probationary) open,
                           if(:inherited, 'HEIR', 'SETTLE') becomes
                      from member_count
                     where unit_id = :unit
                    union all
                    select 'assignments', count(*), if(:succeeded, 'HEIR', 'CLOSED') from open_work
                     where unit_id = :unit and finished = false
                    union all
                    select 'weak-cases', count(*), if(:succeeded, 'HEIR', 'SETTLE') from case_file
                     where unit_id = :unit and kind = 'weak-cases' and closed_at is null\
                    """)
                .param("unit", ending.unit().value())
                .param("inherited", ending.inherited())
                .param("succeeded", ending.succeeded())
                .query((row, number) -> new Tie(row.getString(1), row.getLong(2), Becomes.valueOf(row.getString(3))))
                .list()
                .stream()
                .filter(tie -> tie.count() > 0)
                .toList();
    }
}
