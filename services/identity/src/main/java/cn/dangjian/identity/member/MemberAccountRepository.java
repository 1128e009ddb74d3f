package cn.dangjian.identity.member;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code member_account}. */
@Repository
class MemberAccountRepository {

    private final Rows rows;

    MemberAccountRepository(Rows rows) {
        this.rows = rows;
    }

    /** Nobody else changes it until the transaction ends. */
    @Unscoped("as heard from member")
    Optional<MemberAccount> lock(long member) {
        return rows.unscoped("""
            select member_id, account_id, unit_id, version, locked from member_account
             where member_id = :member for update\
            """).with("member", member).find(MemberAccount.class);
    }

    void insert(MemberAccount account) {
        rows.sql("""
            insert into member_account (member_id, account_id, unit_id, version, locked)
            values (:memberId, :accountId, :unitId, :version, :locked)\
            """).with(account).update();
    }

    void update(MemberAccount account) {
        rows.sql("""
            update member_account set unit_id = :unitId, version = :version, locked = :locked
             where member_id = :memberId\
            """).with(account).update();
    }
}
