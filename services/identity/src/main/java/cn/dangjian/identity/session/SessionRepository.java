package cn.dangjian.identity.session;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.identity.account.Sessions;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code session}; what ends here takes its row of {@code oauth2_authorization} with it. */
@Repository
class SessionRepository implements Sessions {

    private static final String SELECT = "select s.id, s.account, s.post, s.mandate from session s ";

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, AccountId account, Acting acting, String client, String address, Instant now) {
        jdbc.sql("""
            insert into session (id, account, post, mandate, client, address, began_at, seen_at)
            values (:id, :account, :post, :mandate, :client, :address, :now, :now)
            on duplicate key update post = values(post), mandate = values(mandate), seen_at = values(seen_at)\
            """)
                .param("id", id)
                .param("account", account.value())
                .param("post", acting.postId())
                .param("mandate", acting.mandate())
                .param("client", client)
                .param("address", address)
                .param("now", LocalDateTime.ofInstant(now, UTC))
                .update();
    }

    @Unscoped("a session is its own right")
    Optional<Session> find(String id) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("id", id)
                .query(Records.of(Session.class))
                .optional();
    }

    void act(String id, Acting acting, Instant now) {
        jdbc.sql("update session set post = :post, mandate = :mandate, seen_at = :now where id = :id")
                .param("post", acting.postId())
                .param("mandate", acting.mandate())
                .param("now", LocalDateTime.ofInstant(now, UTC))
                .param("id", id)
                .update();
    }

    /** Whether the account had that session. */
    boolean end(AccountId account, String id) {
        int rows = jdbc.sql("delete from session where id = :id and account = :account")
                .param("id", id)
                .param("account", account.value())
                .update();
        if (rows > 0) endAuthorizations(List.of(id));
        return rows > 0;
    }

    /** Whose session it was, if there was one; its authorization is for whoever asks to end. */
    Optional<AccountId> end(String id) {
        var found = find(id);
        if (found.isEmpty()) return Optional.empty();
        int rows =
                jdbc.sql("delete from session where id = :id").param("id", id).update();
        return rows == 0 ? Optional.empty() : found.map(Session::account);
    }

    @Override
    public void end(AccountId account) {
        endOthers(account, null);
    }

    @Override
    public void endOthers(AccountId account, @Nullable String session) {
        String kept = session == null ? "" : session;
        jdbc.sql("delete from session where account = :account and id <> :kept")
                .param("account", account.value())
                .param("kept", kept)
                .update();
        jdbc.sql("delete from oauth2_authorization where principal_name = :name and id <> :kept")
                .param("name", String.valueOf(account.value()))
                .param("kept", kept)
                .update();
    }

    @Override
    public Set<AccountId> endOfPosts(Collection<Long> posts) {
        return end(jdbc.sql(SELECT + "where s.post in (:posts)")
                .param("posts", posts)
                .query(Records.of(Session.class))
                .list());
    }

    @Override
    public Set<AccountId> endOfMandates(Collection<Long> mandates) {
        return end(jdbc.sql(SELECT + "where s.mandate in (:mandates)")
                .param("mandates", mandates)
                .query(Records.of(Session.class))
                .list());
    }

    private Set<AccountId> end(List<Session> ended) {
        if (ended.isEmpty()) return Set.of();
        var ids = ended.stream().map(Session::id).toList();
        jdbc.sql("delete from session where id in (:ids)").param("ids", ids).update();
        endAuthorizations(ids);
        return ended.stream().map(Session::account).collect(Collectors.toSet());
    }

    private void endAuthorizations(List<String> ids) {
        jdbc.sql("delete from oauth2_authorization where id in (:ids)")
                .param("ids", ids)
                .update();
    }
}
