package cn.dangjian.dues.rate.scale;

import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code rate}: what the file says, for statements that compute by set; written when the service starts. */
@Repository
class RateTable {

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 1);

    private final Rows rows;
    private final Rates rates;

    RateTable(Rows rows, Rates rates) {
        this.rows = rows;
        this.rates = rates;
    }

    private record Row(
            int id, Scale scale, LocalDate fromMonth, LocalDate toMonth, long overFen, long uptoFen, int millionths) {}

    @Transactional
    @EventListener(ApplicationReadyEvent.class)
    public void write() {
        rows.sql("""
            insert into rate (id, scale, from_month, to_month, over_fen, upto_fen, millionths)
            values (:id, :scale, :fromMonth, :toMonth, :overFen, :uptoFen, :millionths)
            on duplicate key update scale = values(scale), from_month = values(from_month), to_month = values(to_month),
                over_fen = values(over_fen), upto_fen = values(upto_fen), millionths = values(millionths)\
            """)
                .each(rates.all().stream()
                        .map(rate -> new Row(
                                rate.id(),
                                rate.scale(),
                                rate.since(),
                                rates.next(rate).orElse(FOREVER),
                                rate.overFen(),
                                Objects.requireNonNullElse(rate.uptoFen(), Long.MAX_VALUE),
                                rate.millionths()))
                        .toList());
    }
}
