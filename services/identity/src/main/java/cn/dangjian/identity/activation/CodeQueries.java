package cn.dangjian.identity.activation;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code unit}, {@code post} and {@code account}: who is to get a code. */
@Repository
class CodeQueries {

    private final JdbcClient jdbc;

    CodeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account at a unit. */
    record Target(AccountId account, String login, String unitCode, String unitName, String tier, String path) {}

    /** How many of these units are in the scope, the excepted one aside. */
    long countUnits(List<Long> units, Scope scope, long except) {
        return jdbc.sql("""
            select count(*) from unit u
             where u.id in (:units) and u.path between :from and :to and u.id <> :except\
            """)
                .param("units", units)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("except", except)
                .query(Long.class)
                .single();
    }

    /** The next accounts after the given one in the order of the tree, the excepted unit's aside. */
    List<Target> listAfter(@Nullable Target last, Selection selection, Scope scope, long except, int limit) {
        var units = selection.units();
        return jdbc.sql("""
            select a.id as account, a.login, u.code as unit_code, u.name as unit_name, u.tier, u.path
              from unit u join post p on p.unit = u.id join account a on a.id = p.account
             where u.path between :from and :to and u.id <> :except and u.path >= :path
               and (u.path > :path or a.id > :account)
               and (:tier is null or u.tier = :tier) and (:every or u.id in (:units))
               and p.active and not a.administrator
               and (a.state = 'INVITED' or (:reset and a.state = 'ACTIVE'))
             order by u.path, a.id limit :limit\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("except", except)
                .param("path", last == null ? "" : last.path())
                .param("account", last == null ? 0 : last.account().value())
                .param("tier", selection.tierName())
                .param("every", units.isEmpty())
                .param("units", units.isEmpty() ? List.of(0L) : units)
                .param("reset", selection.reset())
                .param("limit", limit)
                .query(Target.class)
                .list();
    }
}
