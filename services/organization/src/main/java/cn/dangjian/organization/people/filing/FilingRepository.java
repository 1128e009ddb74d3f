package cn.dangjian.organization.people.filing;

import cn.dangjian.organization.people.filing.DecideFiling.ReviewRequest;
import cn.dangjian.organization.people.filing.Filing.Review;
import cn.dangjian.organization.people.filing.ProposeSecretary.ProposalRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code secretary_filing} and {@code filing_review}: what is said of a filing beside where its case stands. */
@Repository
class FilingRepository {

    private static final String FILING = """
        select s.id, f.unit_id village, s.name, s.account_id account, f.state, f.opened_at proposed_at, f.version,
               case f.state when 'FILED' then f.closed_at end filed_at,
               case f.state when 'WITHDRAWN' then f.closed_at end withdrawn_at
          from secretary_filing s join case_file f on f.kind = 'filings' and f.id = s.id
          join unit u on u.id = f.unit_id and {scope u}\
        """;

    private final Rows rows;

    FilingRepository(Rows rows) {
        this.rows = rows;
    }

    /** A filing in the list. */
    record Listed(
            long id,
            UnitId village,
            String name,
            OffsetDateTime proposedAt,
            @Nullable OffsetDateTime filedAt,
            @Nullable OffsetDateTime withdrawnAt) {}

    Optional<Filing> find(long id, Scope scope) {
        return rows.sql(FILING + " where s.id = :id").in(scope).with("id", id).find(Filing.class);
    }

    List<Listed> list(Slice slice, Scope scope) {
        return rows.sql(FILING + " where s.id < :before order by s.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Listed.class);
    }

    /** What the departments said, the oldest first. */
    List<Review> listReviews(long filing, Scope scope) {
        return rows.sql("""
            select r.department, r.result, r.note, r.subject, r.at from filing_review r
              join case_file f on f.kind = 'filings' and f.id = r.filing_id
              join unit u on u.id = f.unit_id and {scope u}
             where r.filing_id = :id order by r.id\
            """).in(scope).with("id", filing).list(Review.class);
    }

    void insert(long id, ProposalRequest proposal) {
        rows.sql("insert into secretary_filing (id, name, account_id) values (:id, :name, :account)")
                .with("id", id)
                .with(proposal)
                .update();
    }

    void review(long filing, ReviewRequest review, Desk desk) {
        rows.sql("""
            insert into filing_review (filing_id, department, result, note, subject, at)
            values (:filing, :department, :result, :note, :subject, :at)\
            """)
                .with("filing", filing)
                .with(review)
                .with("subject", desk.subject())
                .with("at", desk.now())
                .update();
    }
}
