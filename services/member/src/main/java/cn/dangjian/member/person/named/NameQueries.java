package cn.dangjian.member.person.named;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads {@code member} for names. */
@Repository
class NameQueries {

    private final Rows rows;

    NameQueries(Rows rows) {
        this.rows = rows;
    }

    record Named(long member, String name) {}

    @Unscoped("dues has found them in its caller's scope; what is told is written down")
    List<Named> list(Collection<Long> members) {
        return rows.unscoped("select id as member, name from member where id in (:members) order by id")
                .with("members", members)
                .list(Named.class);
    }

    @Unscoped("the account's own name")
    List<Named> listOwn(Collection<Long> members, long account) {
        return rows.unscoped("""
            select id as member, name from member where id in (:members) and account_id = :account\
            """)
                .with("members", members)
                .with("account", account)
                .list(Named.class);
    }
}
