package cn.dangjian.organization.register.code;

import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code division_code}: public knowledge, the same for every caller. */
@Repository
class DivisionCodeRepository {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    DivisionCodeRepository(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Who told, and when. */
    record Told(String subject, Instant at) {}

    /** Waits until nobody else imports: two imports must see each other's periods. */
    void lock() {
        jdbc.sql("select id from division_code_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    @Unscoped("a public standard")
    Optional<DivisionPeriod> find(String code, LocalDate day) {
        return jdbc.sql("""
            select code, name, valid_from, valid_to from division_code
             where code = :code and valid_from <= :day and (valid_to is null or valid_to > :day)\
            """)
                .param("code", code)
                .param("day", day)
                .query(DivisionCodeRepository::period)
                .optional();
    }

    /** The codes that stand for something on a day and begin with some digits, in their order. */
    @Unscoped("a public standard")
    List<DivisionPeriod> list(String digits, LocalDate day, String after, int limit) {
        return jdbc.sql("""
            select code, name, valid_from, valid_to from division_code
             where code between :digits and concat(:digits, '~') and code > :after
               and valid_from <= :day and (valid_to is null or valid_to > :day)
             order by code limit :limit\
            """)
                .param("digits", digits)
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query(DivisionCodeRepository::period)
                .list();
    }

    /** All that the codes have ever stood for. */
    @Unscoped("a public standard")
    List<DivisionPeriod> list(Collection<String> codes) {
        return jdbc.sql("""
            select code, name, valid_from, valid_to from division_code where code in (:codes)
             order by code, valid_from\
            """)
                .param("codes", codes)
                .query(DivisionCodeRepository::period)
                .list();
    }

    /** Writes periods; one that begins on the same day as another of its code takes its place. */
    void save(List<DivisionPeriod> periods, Told told) {
        var at = LocalDateTime.ofInstant(told.at(), ZoneOffset.UTC);
        template.batchUpdate("""
            insert into division_code (code, name, valid_from, valid_to, subject, at) values (?, ?, ?, ?, ?, ?)
            on duplicate key update name = values(name), valid_to = values(valid_to),
                                    subject = values(subject), at = values(at)\
            """, periods, Math.max(periods.size(), 1), (statement, period) -> {
            statement.setString(1, period.code());
            statement.setString(2, period.name());
            statement.setObject(3, period.from());
            statement.setObject(4, period.to());
            statement.setString(5, told.subject());
            statement.setObject(6, at);
        });
    }

    private static DivisionPeriod period(ResultSet row, int number) throws SQLException {
        return new DivisionPeriod(
                row.getString("code"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
