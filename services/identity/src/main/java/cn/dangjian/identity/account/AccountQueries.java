package cn.dangjian.identity.account;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code account}, {@code post} and {@code unit}, to look at. */
@Repository
class AccountQueries {

    /** Sorts a path behind itself and before everything below it. */
    private static final String BEHIND = "!";

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record UnitPlace(long id, String path) {}

    /** An account at its post. */
    record AccountView(
            AccountId id,
            String login,
            String displayName,
            Account.State state,
            long post,
            String duty,
            boolean active,
            long unit,
            String unitName,
            String tier,
            String path) {

        Cursor cursor() {
            return Cursor.of(path, post);
        }
    }

    /**
     * Accounts of the scope in the order of the tree, after the post that the cursor names.
     *
     * <p>Goes along the index of paths, a page of units at a time: ordering the join would sort the whole scope for
     * every page.
     */
    List<AccountView> list(Scope scope, @Nullable Cursor after, int limit) {
        var rows = new ArrayList<AccountView>();
        String path = after == null ? scope.from() : after.string(0);
        long post = after == null ? 0 : after.number(1);
        List<UnitPlace> units;
        do {
            units = units(scope, path, limit);
            if (units.isEmpty()) break;
            for (var row : posts(units)) {
                if (after == null || !row.path().equals(after.string(0)) || row.post() > post) rows.add(row);
            }
            path = units.getLast().path() + BEHIND;
        } while (rows.size() < limit && units.size() == limit);
        return rows.size() <= limit ? rows : rows.subList(0, limit);
    }

    private List<UnitPlace> units(Scope scope, String path, int limit) {
        return jdbc.sql("""
            select id, path from unit
             where path between :from and :to and path >= :path order by path limit :limit\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", path)
                .param("limit", limit)
                .query(Records.of(UnitPlace.class))
                .list();
    }

    private List<AccountView> posts(List<UnitPlace> units) {
        return jdbc.sql("""
            select a.id, a.login, a.display_name, a.state, p.id as post, p.duty, p.active,
                   u.id as unit, u.name as unit_name, u.tier, u.path
              from unit u join post p on p.unit = u.id join account a on a.id = p.account
             where u.id in (:units) and not a.administrator
               and (p.live or not exists (select 1 from post q where q.account = p.account and q.live))
             order by u.path, p.id\
            """)
                .param("units", units.stream().map(UnitPlace::id).toList())
                .query(Records.of(AccountView.class))
                .list();
    }
}
