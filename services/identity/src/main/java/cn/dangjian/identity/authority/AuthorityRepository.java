package cn.dangjian.identity.authority;

import cn.dangjian.identity.authority.Authority.AccessChanged;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account}: the version of what an account may do. */
@Repository
class AuthorityRepository {

    private final JdbcClient jdbc;

    AuthorityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The versions after it; the rows stay locked until the transaction ends, so that nobody announces them twice. */
    List<AccessChanged> raise(List<Long> accounts) {
        jdbc.sql("update account set authz_version = authz_version + 1, version = version + 1 where id in (:ids)")
                .param("ids", accounts)
                .update();
        return jdbc.sql("select id, authz_version from account where id in (:ids) order by id")
                .param("ids", accounts)
                .query((row, n) -> new AccessChanged(row.getLong("id"), row.getLong("authz_version")))
                .list();
    }
}
