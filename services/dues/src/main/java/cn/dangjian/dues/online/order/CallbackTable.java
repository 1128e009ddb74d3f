package cn.dangjian.dues.online.order;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** Table {@code provider_callback}: what was heard once is not heard again. */
@Repository
class CallbackTable {

    private final Rows rows;

    CallbackTable(Rows rows) {
        this.rows = rows;
    }

    @Unscoped("the provider's numbers of what it told")
    boolean isHeard(String id) {
        return rows.unscoped("select id from provider_callback where id = :id")
                .with("id", id)
                .exists();
    }

    record Heard(String id, String nonce, String kind, long order, Instant at) {}

    /** @throws org.springframework.dao.DuplicateKeyException if it was heard, or its nonce was used */
    void insert(Heard heard) {
        rows.sql("""
            insert into provider_callback (id, nonce, kind, order_id, at) values (:id, :nonce, :kind, :order, :at)\
            """).with(heard).update();
    }
}
