package cn.dangjian.dues.roll;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code payer} and {@code member_account}. */
@Repository
class PayerTable {

    private static final int AT_ONCE = 1000;

    private final Rows rows;
    private final JdbcTemplate template;

    PayerTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    /** @param unit 0 where nobody has written down to which unit he belonged */
    record Period(
            long member,
            LocalDate from,
            LocalDate to,
            String status,
            long unit,
            @Nullable String as) {}

    /** Held until the transaction ends; the index is named, as long as the table fills up all of it may be read instead. */
    @Unscoped("hears what member tells; nobody sees the rows")
    List<Period> list(Collection<Long> members) {
        return rows.unscoped("""
            select member_id as member, from_on, to_on, status, unit_id unit, class
              from payer force index (primary) where member_id in (:members) order by member_id, from_on for update\
            """)
                .with("members", members)
                .list((row, number) -> new Period(
                        row.getLong("member"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class),
                        row.getString("status"),
                        row.getLong("unit"),
                        row.getString("class")));
    }

    void replace(Collection<Long> members, List<Period> periods) {
        rows.sql("delete p from payer p force index (primary) where p.member_id in (:members)")
                .with("members", members)
                .update();
        template.batchUpdate(
                "insert into payer (member_id, from_on, to_on, status, unit_id, class) values (?, ?, ?, ?, ?, ?)",
                periods,
                AT_ONCE,
                (statement, period) -> {
                    statement.setLong(1, period.member());
                    statement.setObject(2, period.from());
                    statement.setObject(3, period.to());
                    statement.setString(4, period.status());
                    statement.setLong(5, period.unit());
                    statement.setString(6, period.as());
                });
    }

    void saveAccount(long member, long account) {
        rows.sql("""
            insert into member_account (member_id, account_id) values (:memberId, :account)
            on duplicate key update account_id = :account\
            """).with("memberId", member).with("account", account).update();
    }
}
