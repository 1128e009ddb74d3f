package cn.dangjian.dues.bill.month;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code bill_due_again}. */
@Repository
class AgainTable {

    private final Rows rows;

    AgainTable(Rows rows) {
        this.rows = rows;
    }

    /** Why what was billed may be something else now. */
    enum Cause {
        /** Member tells that he is or was somebody else, or elsewhere. */
        MEMBER,
        /** On what he pays was recorded for a month that was billed. */
        BASE,
        /** A relief was decided or ended. */
        RELIEF
    }

    /** @param month the first one that may be something else */
    record Due(
            long memberId,
            LocalDate month,
            Cause cause,
            @Nullable String document) {}

    void mark(Collection<Due> due) {
        rows.sql("""
            insert into bill_due_again (member_id, month, cause, document) values (:memberId, :month, :cause, :document)
            on duplicate key update month = least(month, values(month)), cause = values(cause), document = values(document)\
            """).each(due);
    }

    @Unscoped("work of the platform; nobody sees the rows")
    boolean isAny() {
        return rows.unscoped("select member_id from bill_due_again limit 1").exists();
    }

    /** Some of them; nobody else takes them until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Due> take(int most) {
        return rows.unscoped("""
            select member_id, month, cause, document from bill_due_again order by member_id limit :most for update skip locked\
            """).with("most", most).list(Due.class);
    }

    /** The provinces to whose units these members belong, by the first part of the path. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<String> listProvinces(Collection<Long> members) {
        return rows.unscoped("""
            select distinct left(u.path, 5) from payer p force index (primary) straight_join unit u on u.id = p.unit_id
             where p.member_id in (:members)\
            """).with("members", members).list(String.class);
    }

    /** The index is named: without it they may be looked for among all, also those that somebody else is marking. */
    void done(Collection<Long> members) {
        rows.sql("delete d from bill_due_again d force index (primary) where d.member_id in (:members)")
                .with("members", members)
                .update();
    }
}
