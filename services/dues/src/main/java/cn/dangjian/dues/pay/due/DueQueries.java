package cn.dangjian.dues.pay.due;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads table {@code bill} of one member. */
@Repository
class DueQueries {

    private final Rows rows;

    DueQueries(Rows rows) {
        this.rows = rows;
    }

    record MonthSum(LocalDate month, long fen) {}

    /** A bill or a correction of it, with what it was computed from. */
    record BillRow(
            long id,
            int seq,
            long unit,
            String unitName,
            String path,
            @Nullable String status,
            @Nullable String memberClass,
            @Nullable String scale,
            @Nullable Long baseId,
            @Nullable Long baseFen,
            @Nullable Integer rateId,
            @Nullable Long reliefId,
            long dueFen,
            long fen,
            String cause,
            @Nullable String document) {}

    /** Where a base comes from. */
    record BaseSource(LocalDate fromMonth, String document) {}

    @Unscoped("the member was found in the caller's scope, or asks for himself")
    List<MonthSum> listMonths(long member) {
        return rows.unscoped("""
            select month, cast(sum(fen) as signed) fen from bill where member_id = :member group by month order by month\
            """).with("member", member).list(MonthSum.class);
    }

    @Unscoped("the member was found in the caller's scope, or asks for himself")
    List<BillRow> listBills(long member, LocalDate month) {
        return rows.unscoped("""
            select b.id, b.seq, b.unit_id unit, u.name unit_name, u.path, b.status, b.class member_class, b.scale, b.base_id,
                   b.base_fen, b.rate_id, b.relief_id, b.due_fen, b.fen, b.cause, b.document
              from bill b join unit u on u.id = b.unit_id where b.member_id = :member and b.month = :month order by b.seq\
            """).with("member", member).with("month", month).list(BillRow.class);
    }

    @Unscoped("the member was found in the caller's scope, or asks for himself")
    Optional<BaseSource> findBase(long id) {
        return rows.unscoped("select from_month, document from base where id = :id")
                .with("id", id)
                .find(BaseSource.class);
    }
}
