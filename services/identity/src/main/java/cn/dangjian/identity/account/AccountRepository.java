package cn.dangjian.identity.account;

import cn.dangjian.identity.account.Account.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code account}. */
@Repository
class AccountRepository {

    private static final String SELECT = """
        select a.id, a.login, a.display_name, a.password_hash, a.state, a.administrator, a.authz_version, a.office_of,
               a.version
          from account a
        """;

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("whoever signs in has no scope yet")
    Optional<Account> findByLogin(String login) {
        return jdbc.sql(SELECT + "where a.login = :login")
                .param("login", login)
                .query(Records.of(Account.class))
                .optional();
    }

    @Unscoped("an account about itself")
    Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id.value())
                .query(Records.of(Account.class))
                .optional();
    }

    /**
     * Finds an account with a post at a unit in the scope, and never the administrator of the platform. Where somebody
     * had a post counts only while he has none anywhere: after a transfer the old superior knows nothing of him.
     */
    Optional<Account> find(AccountId id, Scope scope) {
        return jdbc.sql(SELECT + """
             where a.id = :id and not a.administrator and exists (
               select 1 from post p join unit u on u.id = p.unit
                where p.account = a.id and u.path between :from and :to
                  and (p.live or not exists (select 1 from post q where q.account = a.id and q.live)))\
            """)
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(Account.class))
                .optional();
    }

    @Unscoped("asked once, when the service starts")
    boolean hasAdministrator() {
        return jdbc.sql("select exists (select 1 from account where administrator)")
                .query(Boolean.class)
                .single();
    }

    AccountId insert(String login, String displayName, @Nullable String hash, boolean administrator, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into account (login, display_name, password_hash, state, administrator, opened_at)
            values (:login, :name, :hash, :state, :administrator, :now)\
            """)
                .param("login", login)
                .param("name", displayName)
                .param("hash", hash)
                .param("state", (hash == null ? State.INVITED : State.ACTIVE).name())
                .param("administrator", administrator)
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update(keys, "id");
        return new AccountId(Objects.requireNonNull(keys.getKey()).longValue());
    }

    void rename(AccountId id, String login) {
        jdbc.sql("update account set login = :login where id = :id")
                .param("login", login)
                .param("id", id.value())
                .update();
    }

    @Unscoped("on behalf of the platform")
    List<AccountId> listHolders(Collection<Long> posts) {
        return jdbc
                .sql("select distinct account from post where id in (:posts)")
                .param("posts", posts)
                .query(Long.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    @Unscoped("whoever asks has found the account in his scope")
    List<Long> listPosts(AccountId holder) {
        return jdbc.sql("select id from post where account = :account and live")
                .param("account", holder.value())
                .query(Long.class)
                .list();
    }

    /** What the units are called at which the account has posts. */
    @Unscoped("for the account itself")
    List<String> listUnitNames(AccountId holder) {
        return jdbc.sql("""
            select u.name from post p join unit u on u.id = p.unit where p.account = :account and p.live
             union select u.code from post p join unit u on u.id = p.unit where p.account = :account and p.live\
            """)
                .param("account", holder.value())
                .query(String.class)
                .list();
    }

    /** Fails if someone else changed the account since it was read. */
    void update(Account account) {
        int rows = jdbc.sql("""
            update account set password_hash = :hash, state = :state, version = version + 1
             where id = :id and version = :version\
            """)
                .param("hash", account.passwordHash())
                .param("state", account.state().name())
                .param("id", account.id().value())
                .param("version", account.version())
                .update();
        if (rows == 0)
            throw new OptimisticLockingFailureException(
                    "Account " + account.id().value());
    }

    /**
     * Whether the account acts for the superior's own unit, or for one outside its scope: whoever has a second post
     * elsewhere must not be taken over from below.
     */
    boolean hasPostBeyond(AccountId id, Superior by) {
        return jdbc.sql("""
            select exists (
              select 1 from post p left join unit u on u.id = p.unit
               where p.account = :account and p.live
                 and (p.unit = :own or coalesce(u.path, '') not between :from and :to))\
            """)
                .param("account", id.value())
                .param("own", by.ownUnitOrNone())
                .param("from", by.scope().from())
                .param("to", by.scope().to())
                .query(Boolean.class)
                .single();
    }
}
