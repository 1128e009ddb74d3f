package cn.dangjian.dues.paper.certificate;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what was taken of a member, and returned to him. */
@Repository
class CertificateQueries {

    private final Rows rows;

    CertificateQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A payment that was not taken back, or money that was returned.
     *
     * @param fen less than nothing if it was returned
     * @param receipt its number; null if there is no receipt
     */
    record Taken(
            long id,
            LocalDate day,
            long fen,
            String unitName,
            String subject,
            @Nullable String receipt) {}

    /** In the order of days. */
    @Unscoped("the member was found in the caller's scope, or asks for himself")
    List<Taken> list(long member) {
        return rows.unscoped("""
            select p.id, p.day, case p.kind when 'REFUND' then -p.fen else p.fen end fen, u.name unit_name, p.subject,
                   case when e.number is not null then concat(e.year, '-', lpad(e.number, 6, '0')) end receipt
              from posting p force index (posting_member) join unit u on u.id = p.unit_id
              left join posting r on r.reverses = p.id left join receipt e on e.posting_id = p.id
             where p.member_id = :member and p.kind in ('PAYMENT', 'REFUND') and r.id is null
             order by p.day, p.id\
            """).with("member", member).list(Taken.class);
    }
}
