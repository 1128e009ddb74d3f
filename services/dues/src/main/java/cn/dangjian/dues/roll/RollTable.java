package cn.dangjian.dues.roll;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Other rooms ask here who somebody is. */
@Repository
public class RollTable {

    private static final String PAYER = """
        select p.member_id as member, p.unit_id unit, u.path, p.status, p.class member_class,
               (select min(f.from_on) from payer f
                 where f.member_id = p.member_id and f.status in ('PROBATIONARY', 'FULL')) pays_since
          from payer p join unit u on u.id = p.unit_id and {scope u}
         where p.member_id = :member and p.to_on = '9999-12-31'\
        """;

    private final Rows rows;

    RollTable(Rows rows) {
        this.rows = rows;
    }

    /** Finds nobody outside the scope, as if he did not exist. */
    public Optional<Payer> find(long member, Scope scope) {
        return rows.sql(PAYER).in(scope).with("member", member).find(Payer.class);
    }

    /** The same, held until the transaction ends: who he is, and what is booked of him. */
    public Optional<Payer> lock(long member, Scope scope) {
        rows.sql("select member_id from payer where member_id = :member and to_on = '9999-12-31' for update")
                .with("member", member)
                .lock();
        return find(member, scope);
    }

    /** The member whose account it is. */
    @Unscoped("asks for himself")
    public Optional<Long> ofAccount(AccountId account) {
        return rows.unscoped("select member_id from member_account where account_id = :account")
                .with("account", account.value())
                .find(Long.class);
    }

    /** Who somebody is, for himself. */
    @Unscoped("asks for himself")
    public Optional<Payer> own(long member) {
        return rows.unscoped(PAYER.replace("and {scope u}", ""))
                .with("member", member)
                .find(Payer.class);
    }
}
