package cn.dangjian.organization.tree.rulebook;

import cn.dangjian.platform.directory.Unscoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code rule_setting}: rows are added, never changed. */
@Repository
class SettingRepository {

    private final JdbcClient jdbc;

    SettingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("rules hold for everybody below; they say nothing about anybody")
    List<Setting> listAll(LocalDate day) {
        return jdbc.sql("""
            select s.id, s.rule, s.unit_id, u.path, s.since, s.value, s.document
              from rule_setting s join unit u on u.id = s.unit_id where s.since <= :day order by s.id\
            """).param("day", day).query(SettingRepository::setting).list();
    }

    /** The paths of those who have set something from one day to the day before another. */
    @Unscoped("rules hold for everybody below; they say nothing about anybody")
    Set<String> listPaths(LocalDate from, LocalDate to) {
        return jdbc.sql("""
            select distinct u.path from rule_setting s join unit u on u.id = s.unit_id
             where s.since >= :from and s.since < :to\
            """)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getString(1))
                .set();
    }

    void insert(String rule, long unit, LocalDate since, @Nullable BigDecimal value, String document, Said said) {
        jdbc.sql("""
            insert into rule_setting (rule, unit_id, since, value, document, subject, at)
            values (:rule, :unit, :since, :value, :document, :subject, :at)\
            """)
                .param("rule", rule)
                .param("unit", unit)
                .param("since", since)
                .param("value", value)
                .param("document", document)
                .param("subject", said.subject())
                .param("at", LocalDateTime.ofInstant(said.at(), ZoneOffset.UTC))
                .update();
    }

    /** Who set something, and when. */
    record Said(String subject, Instant at) {}

    private static Setting setting(ResultSet row, int number) throws SQLException {
        return new Setting(
                row.getLong("id"),
                row.getString("rule"),
                row.getLong("unit_id"),
                row.getString("path"),
                row.getObject("since", LocalDate.class),
                row.getBigDecimal("value"),
                row.getString("document"));
    }
}
