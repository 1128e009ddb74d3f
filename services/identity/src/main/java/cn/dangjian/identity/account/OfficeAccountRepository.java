package cn.dangjian.identity.account;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.identity.account.OfficeAccounts.Office;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account}: the rows of offices, in batches. */
@Repository
class OfficeAccountRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OfficeAccountRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Row(String login, String displayName, long unit) {}

    Map<Long, String> names(Collection<Long> units) {
        return jdbc
                .sql("select office_of, display_name from account where office_of in (:units)")
                .param("units", units)
                .query((row, n) -> Map.entry(row.getLong("office_of"), row.getString("display_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<String> taken(Collection<String> logins) {
        return jdbc.sql("select login from account where login in (:logins)")
                .param("logins", logins)
                .query(String.class)
                .list();
    }

    void insert(List<Row> rows, Instant now) {
        var openedAt = LocalDateTime.ofInstant(now, UTC);
        batches.batchUpdate(
                "insert into account (login, display_name, state, office_of, opened_at) values (?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {
                            row.login(), row.displayName(), Account.State.INVITED.name(), row.unit(), openedAt
                        })
                        .toList());
    }

    void rename(List<Office> offices) {
        batches.batchUpdate(
                "update account set display_name = ? where office_of = ?",
                offices.stream()
                        .map(office -> new Object[] {office.name(), office.unit()})
                        .toList());
    }
}
