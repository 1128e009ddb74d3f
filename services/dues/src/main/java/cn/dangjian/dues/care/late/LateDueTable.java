package cn.dangjian.dues.care.late;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code late_due} and {@code late_run}: of whom it is to be counted again how late they are. */
@Repository
class LateDueTable {

    /** Before every day on which anything was counted. */
    private static final LocalDate NEVER = LocalDate.of(2000, 1, 1);

    private final Rows rows;

    LateDueTable(Rows rows) {
        this.rows = rows;
    }

    private record Due(long member) {}

    /** An area that is counted in one transaction, as it is billed in one. */
    record Run(long unit, boolean own, String path) {

        Scope scope() {
            return own ? Scope.own(path) : Scope.subtree(path);
        }
    }

    void mark(Collection<Long> members) {
        rows.sql("""
            insert into late_due (member_id) values (:member) on duplicate key update member_id = values(member_id)\
            """).each(members.stream().sorted().map(Due::new).toList());
    }

    /** An area is counted once a day from now on. */
    void keep(long unit, boolean own, LocalDate today) {
        rows.sql("""
            insert into late_run (unit_id, own, ran_on) values (:unit, :own, :today)
            on duplicate key update unit_id = values(unit_id)\
            """).with("unit", unit).with("own", own).with("today", today).update();
    }

    /** The same, and once more today. */
    void mark(long unit, boolean own) {
        rows.sql("""
            insert into late_run (unit_id, own, ran_on) values (:unit, :own, :never)
            on duplicate key update ran_on = values(ran_on)\
            """).with("unit", unit).with("own", own).with("never", NEVER).update();
    }

    void markAll() {
        rows.sql("update late_run set ran_on = :never").with("never", NEVER).update();
    }

    /** Some members; nobody else takes them until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Long> take(int most) {
        return rows.unscoped("select member_id from late_due order by member_id limit :most for update skip locked")
                .with("most", most)
                .list(Long.class);
    }

    /** The index is named: without it they may be looked for among all, also those that somebody else is marking. */
    void done(Collection<Long> members) {
        rows.sql("delete d from late_due d force index (primary) where d.member_id in (:members)")
                .with("members", members)
                .update();
    }

    /** An area that was not counted today; nobody else takes it until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    Optional<Run> take(LocalDate today) {
        return rows.unscoped("""
            select r.unit_id unit, r.own, u.path from late_run r force index (late_run_ran) join unit u on u.id = r.unit_id
             where r.ran_on < :today order by r.ran_on, r.unit_id limit 1 for update skip locked\
            """).with("today", today).find(Run.class);
    }

    void done(Run run, LocalDate today) {
        rows.sql("update late_run set ran_on = :today where unit_id = :unit and own = :own")
                .with(run)
                .with("today", today)
                .update();
    }
}
