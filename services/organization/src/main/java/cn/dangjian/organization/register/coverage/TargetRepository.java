package cn.dangjian.organization.register.coverage;

import cn.dangjian.organization.register.coverage.SetTarget.TargetRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code coverage_target}: rows are added, never changed. */
@Repository
class TargetRepository {

    private final Rows rows;

    TargetRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * Which rate of coverage is to be reached in a year.
     *
     * @param path of the unit that set it for its subtree
     * @param percent from 0 to 100
     */
    record Target(long id, String path, int year, String type, BigDecimal percent, String document) {

        boolean holdsFor(String below, String otherType) {
            return type.equals(otherType) && below.startsWith(path);
        }
    }

    /** What was set for a year above a scope or in it. */
    List<Target> list(int year, Scope scope) {
        return rows.sql("""
            select t.id, u.path, t.year, t.type, t.percent, t.document
              from coverage_target t join unit u on u.id = t.unit_id
             where t.year = :year and ({scope u} or :top like concat(u.path, '%')) order by t.id\
            """)
                .in(scope)
                .with("top", scope.from())
                .with("year", year)
                .list(Target.class);
    }

    void insert(TargetRequest target, Desk desk) {
        rows.sql("""
            insert into coverage_target (unit_id, year, type, percent, document, subject, at)
            values (:unit, :year, :type, :percent, :document, :subject, :at)\
            """).with("unit", desk.unit().id()).with(target).by(desk).update();
    }
}
