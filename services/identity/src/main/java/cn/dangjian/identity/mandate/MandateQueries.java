package cn.dangjian.identity.mandate;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code mandate}, {@code post}, {@code account} and {@code unit}, to look at. */
@Repository
class MandateQueries {

    private static final String SELECT = """
        select m.id, m.post, m.duty, p.account as holder, m.deputy, d.display_name as deputy_name, m.giver, m.from_day,
               m.until_day, m.document, m.reason, m.revoked_at is not null as revoked, m.revoke_reason, p.unit,
               u.name as unit_name, u.path
          from mandate m join post p on p.id = m.post join account d on d.id = m.deputy join unit u on u.id = p.unit
        """;

    /** Of posts of the scope; one that ended when its unit left is its giver's, and no longer of whoever is above now. */
    private static final String HERE = " where not m.moved and u.path between :from and :to ";

    private static final String LEFT = """
          join post g on g.id = m.given_from join unit o on o.id = g.unit
         where m.moved = true and o.path between :from and :to
        """;

    private final JdbcClient jdbc;

    MandateQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mandate with the names of who and where. */
    record MandateView(
            long id,
            long post,
            String duty,
            AccountId holder,
            AccountId deputy,
            String deputyName,
            AccountId giver,
            LocalDate fromDay,
            LocalDate untilDay,
            @Nullable String document,
            @Nullable String reason,
            boolean revoked,
            @Nullable String revokeReason,
            long unit,
            String unitName,
            @JsonIgnore String path) {

        Cursor cursor() {
            return Cursor.of(path, id);
        }
    }

    /** Mandates for posts of the scope in the order of the tree, after the one that the cursor names. */
    List<MandateView> list(Scope scope, @Nullable Cursor after, int limit) {
        String path = after == null ? "" : after.string(0);
        long id = after == null ? 0 : after.number(1);
        // one select for each index: "or" would read the whole table
        return jdbc.sql("""
            select * from (
            %s and u.path >= :path and (u.path > :path or m.id > :id)
            union all
            %s and u.path >= :path and (u.path > :path or m.id > :id)
            ) known order by path, id limit :limit\
            """.formatted(SELECT + HERE, SELECT + LEFT))
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", path)
                .param("id", id)
                .param("limit", limit)
                .query(Records.of(MandateView.class))
                .list();
    }

    Optional<MandateView> find(long id, Scope scope) {
        return jdbc.sql(SELECT + HERE + "and m.id = :id union all " + SELECT + LEFT + " and m.id = :id")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(MandateView.class))
                .optional();
    }

    @Unscoped("an account about itself")
    List<MandateView> listOwn(AccountId account, LocalDate today, int limit) {
        // one select for each index: "or" would read the whole table
        return jdbc.sql("""
            select * from (
            %s where m.deputy = :account and m.until_day >= :today
            union
            %s where p.account = :account and m.until_day >= :today
            ) own order by id limit :limit\
            """.formatted(SELECT, SELECT))
                .param("account", account.value())
                .param("today", today)
                .param("limit", limit)
                .query(Records.of(MandateView.class))
                .list();
    }

    /** Whether the account is its deputy, its giver or the holder of its post. */
    boolean concerns(long id, AccountId account) {
        return jdbc.sql("""
            select exists (
              select 1 from mandate m join post p on p.id = m.post
               where m.id = :id and :account in (m.deputy, m.giver, p.account))\
            """)
                .param("id", id)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }
}
