package cn.dangjian.identity.me;

import cn.dangjian.identity.account.Person;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what an account may know about itself. */
@Repository
class MeQueries {

    /** In seconds: a token that waits for this has taken the place of another one already. */
    private static final int LONGEST = 3;

    private final JdbcClient jdbc;

    MeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an account may know about itself. */
    record MeView(
            AccountId id,
            String login,
            String displayName,
            boolean administrator,
            @Nullable Long post,
            @Nullable Long mandate,
            @Nullable String duty,
            @Nullable Long unit,
            @Nullable String unitName,
            @Nullable String tier) {}

    @Unscoped("an account about itself")
    Optional<MeView> findMe(Person person) {
        return jdbc.sql("""
            select a.id, a.login, a.display_name, a.administrator, p.id as post, :mandate as mandate, p.duty, p.unit,
                   u.name as unit_name, u.tier
              from account a left join post p on p.id = :post left join unit u on u.id = p.unit
             where a.id = :id\
            """)
                .withQueryTimeout(LONGEST)
                .param("id", person.account().value())
                .param("post", person.post())
                .param("mandate", person.mandate())
                .query(Records.of(MeView.class))
                .optional();
    }
}
