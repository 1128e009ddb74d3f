package cn.dangjian.dues.paper.print;

import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** Table {@code paper_print}: rows are added, never changed. */
@Repository
public class PrintTable {

    private final Rows rows;

    PrintTable(Rows rows) {
        this.rows = rows;
    }

    /** What is printed. */
    public enum Sort {
        /** 收据. */
        RECEIPT,
        /** 党费证. */
        CERTIFICATE
    }

    /**
     * That somebody had a paper printed.
     *
     * @param thing the receipt, or the year of the certificate
     * @param named whether it bears the member's name
     */
    public record Print(Sort sort, long thing, long memberId, boolean named, String subject, Instant at) {}

    public void insert(Print print) {
        rows.sql("""
            insert into paper_print (sort, thing, member_id, named, subject, at)
            values (:sort, :thing, :memberId, :named, :subject, :at)\
            """).with(print).update();
    }
}
