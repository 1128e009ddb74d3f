package cn.dangjian.platform.rules.book;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.rules.book.SetRule.SettingRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Table {@code rule_setting}: rows are added, never changed. */
@Repository
class SettingTable {

    private final Rows rows;

    SettingTable(Rows rows) {
        this.rows = rows;
    }

    @Unscoped("rules hold for everybody below; they say nothing about anybody")
    List<Setting> listAll(LocalDate day) {
        return rows.unscoped("""
            select s.id, s.rule, s.unit_id, u.path, s.since, s.value, s.document
              from rule_setting s join unit u on u.id = s.unit_id where s.since <= :day order by s.id\
            """).with("day", day).list(Setting.class);
    }

    /** The paths of those who have set something from one day to the day before another. */
    @Unscoped("rules hold for everybody below; they say nothing about anybody")
    Set<String> listPaths(LocalDate from, LocalDate to) {
        return Set.copyOf(rows.unscoped("""
            select distinct u.path from rule_setting s join unit u on u.id = s.unit_id
             where s.since >= :from and s.since < :to\
            """).with("from", from).with("to", to).list((row, number) -> row.getString(1)));
    }

    void insert(String rule, SettingRequest request, Desk desk) {
        rows.sql("""
            insert into rule_setting (rule, unit_id, since, value, document, subject, at)
            values (:rule, :unit, :since, :value, :document, :subject, :at)\
            """)
                .with("rule", rule)
                .with("unit", desk.unit().id())
                .with(request)
                .with("subject", desk.subject())
                .with("at", desk.now())
                .update();
    }
}
