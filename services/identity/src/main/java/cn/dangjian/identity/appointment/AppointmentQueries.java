package cn.dangjian.identity.appointment;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code post} and {@code unit}, to look at. */
@Repository
class AppointmentQueries {

    private static final String SELECT = """
        select p.id as post, p.account, p.unit, u.name as unit_name, u.tier, p.duty, p.active, p.planned,
               p.from_day, p.until_day, p.source, p.seat, p.end_reason, p.version
          from post p join unit u on u.id = p.unit
        """;

    private final JdbcClient jdbc;

    AppointmentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post with its days. */
    record PostView(
            long post,
            AccountId account,
            long unit,
            String unitName,
            String tier,
            String duty,
            boolean active,
            boolean planned,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate untilDay,
            @Nullable String source,
            @Nullable Long seat,
            @Nullable String endReason,
            long version)
            implements Versioned {}

    /** The newest posts of an account at units of the scope, ended ones too. */
    List<PostView> list(AccountId account, Scope scope, int limit) {
        return jdbc.sql(SELECT + """
              join account a on a.id = p.account
             where p.account = :account and not a.administrator and u.path between :from and :to
             order by p.id desc limit :limit\
            """)
                .param("account", account.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", limit)
                .query(Records.of(PostView.class))
                .list();
    }

    @Unscoped("an account about itself")
    List<PostView> listOwn(AccountId account, int limit) {
        return jdbc.sql(SELECT + "where p.account = :account and p.live order by p.id limit :limit")
                .param("account", account.value())
                .param("limit", limit)
                .query(Records.of(PostView.class))
                .list();
    }

    Optional<PostView> find(long post, Scope scope) {
        return jdbc.sql(SELECT + """
              join account a on a.id = p.account
             where p.id = :post and not a.administrator and u.path between :from and :to\
            """)
                .param("post", post)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(PostView.class))
                .optional();
    }
}
