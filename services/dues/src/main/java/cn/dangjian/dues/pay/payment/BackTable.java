package cn.dangjian.dues.pay.payment;

import cn.dangjian.platform.directory.rows.Rows;
import java.time.YearMonth;
import org.springframework.stereotype.Repository;

/** Table {@code back_payment}. */
@Repository
class BackTable {

    private final Rows rows;

    BackTable(Rows rows) {
        this.rows = rows;
    }

    /** @param month the oldest one that is settled */
    void insert(long posting, YearMonth month, String document) {
        rows.sql("insert into back_payment (posting_id, month, document) values (:posting, :month, :document)")
                .with("posting", posting)
                .with("month", month.atDay(1))
                .with("document", document)
                .update();
    }
}
