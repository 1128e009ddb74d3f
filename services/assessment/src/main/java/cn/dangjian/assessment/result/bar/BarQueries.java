package cn.dangjian.assessment.result.bar;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads decisions that take awards away (取消评先评优资格): nothing of it is stored a second time. */
@Repository
class BarQueries {

    private final Rows rows;

    BarQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A decision that stood on a day.
     *
     * @param ownerPath of who has decided
     * @param contested whether an appeal against it was open that day
     */
    record Decided(
            long consequence,
            long unit,
            String unitName,
            long owner,
            String ownerName,
            String ownerPath,
            int year,
            String ground,
            String source,
            String document,
            LocalDate decidedOn,
            boolean contested) {}

    /** Of owners in the scope, in the order of the tree; what was revoked by that day is left out. */
    List<Decided> list(LocalDate day, Scope scope) {
        return rows.sql("""
            select c.id consequence, c.unit_id unit, u.name unit_name, c.owner_id owner, o.name owner_name, o.path owner_path,
                   c.year, c.ground, c.source, c.document, c.decided_on,
                   (select count(*) from case_step s
                     where s.kind = 'consequences' and s.case_id = c.id and s.step = 'APPEALED' and s.day <= :day)
                   > (select count(*) from case_step s
                       where s.kind = 'consequences' and s.case_id = c.id and s.step = 'CONFIRMED' and s.day <= :day) contested
              from consequence c join unit u on u.id = c.unit_id join unit o on o.id = c.owner_id
             where {scope o} and c.measure = 'NO_AWARDS' and c.decided_on <= :day
               and not exists (select 1 from case_step s
                                where s.kind = 'consequences' and s.case_id = c.id and s.step = 'REVOKED' and s.day <= :day)
             order by u.path, c.id\
            """).in(scope).with("day", day).list(Decided.class);
    }
}
