package cn.dangjian.member.telling.count;

import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;

/** Table {@code count_month}. */
@Repository
class MonthTable {

    private final Rows rows;

    MonthTable(Rows rows) {
        this.rows = rows;
    }

    /** Whether ages as of this day were not announced before. */
    boolean begin(LocalDate first) {
        return rows.sql("insert ignore into count_month (month) values (:month)")
                        .with("month", first)
                        .update()
                == 1;
    }
}
