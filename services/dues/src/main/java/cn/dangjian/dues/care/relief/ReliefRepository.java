package cn.dangjian.dues.care.relief;

import cn.dangjian.dues.care.relief.ReliefCase.State;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.rate.relief.Relief;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code relief_case}: what was proposed, beside where its case stands. */
@Repository
class ReliefRepository {

    /** Seen where the case is, and where the member is now. */
    private static final String CASE = """
        select c.id, c.member_id, f.unit_id, u.name unit_name, f.state, c.fen, c.from_month, c.to_month, c.document, c.reason,
               g.document decision, g.decided_on, case when g.to_month > g.from_month then g.to_month end counts_to,
               g.end_document, f.version
          from relief_case c join case_file f on f.kind = 'reliefs' and f.id = c.id join unit u on u.id = f.unit_id
          left join relief g on g.id = c.id
          left join payer p on p.member_id = c.member_id and p.to_on = '9999-12-31' left join unit w on w.id = p.unit_id
         where ({scope u} or {scope w})\
        """;

    private final Rows rows;

    ReliefRepository(Rows rows) {
        this.rows = rows;
    }

    /** Nothing else is booked or decided of the member until the transaction ends; to be taken as its first statement. */
    void lockMember(long id) {
        rows.unscoped("""
            select p.member_id from relief_case c join payer p on p.member_id = c.member_id and p.to_on = '9999-12-31'
             where c.id = :id for update\
            """).with("id", id).lock();
    }

    Optional<ReliefCase> find(long id, Scope scope) {
        return rows.sql(CASE + " and c.id = :id").in(scope).with("id", id).find(ReliefRepository::row);
    }

    List<ReliefCase> list(@Nullable Long member, @Nullable State state, Slice slice, Scope scope) {
        return rows.sql(CASE + """
             and c.id < :before and (:member is null or c.member_id = :member) and (:state is null or f.state = :state)
             order by c.id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("member", member)
                .with("state", state)
                .list(ReliefRepository::row);
    }

    /** One that is proposed for any month from one to the one before another. */
    @Unscoped("of a member who was found in the caller's scope")
    Optional<Long> findProposed(long member, LocalDate from, LocalDate to) {
        return rows.unscoped("""
            select c.id from relief_case c join case_file f on f.kind = 'reliefs' and f.id = c.id
             where c.member_id = :member and c.from_month < :to and c.to_month > :from and f.state = 'PROPOSED' limit 1\
            """)
                .with("member", member)
                .with("from", from)
                .with("to", to)
                .find(Long.class);
    }

    void insert(Relief proposed, String reason) {
        rows.sql("""
            insert into relief_case (id, member_id, from_month, to_month, fen, document, reason)
            values (:id, :member, :fromMonth, :toMonth, :fen, :document, :reason)\
            """).with(proposed).with("reason", reason).update();
    }

    /** @param pays whether he is one who pays, at that unit; a unit of 0 where nobody has said at which */
    record Open(long id, long member, UnitId unit, UnitId now, boolean pays) {}

    @Unscoped("hears what member tells; nobody sees the rows")
    List<Open> listOpen(Collection<Long> members) {
        return rows.unscoped("""
            select c.id, c.member_id as member, f.unit_id unit, coalesce(p.unit_id, 0) now,
                   coalesce(p.status in ('PROBATIONARY', 'FULL'), 0) pays
              from relief_case c join case_file f on f.kind = 'reliefs' and f.id = c.id and f.closed_at is null
              left join payer p on p.member_id = c.member_id and p.to_on = '9999-12-31'
             where c.member_id in (:members)\
            """)
                .with("members", members)
                .list((row, number) -> new Open(
                        row.getLong("id"),
                        row.getLong("member"),
                        new UnitId(row.getLong("unit")),
                        new UnitId(row.getLong("now")),
                        row.getBoolean("pays")));
    }

    /** Those of these cases that are still open, held until the transaction ends. */
    @Unscoped("hears what member tells; nobody sees the rows")
    List<Long> hold(Collection<Long> ids) {
        return rows.unscoped("""
            select id from case_file where kind = 'reliefs' and id in (:ids) and closed_at is null order by id for update\
            """).with("ids", ids).list(Long.class);
    }

    private static ReliefCase row(ResultSet row, int number) throws SQLException {
        var countsTo = row.getObject("counts_to", LocalDate.class);
        return new ReliefCase(
                row.getLong("id"),
                row.getLong("member_id"),
                new UnitId(row.getLong("unit_id")),
                row.getString("unit_name"),
                State.valueOf(row.getString("state")),
                new Yuan(row.getLong("fen")),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                last(row.getObject("to_month", LocalDate.class)),
                row.getString("document"),
                row.getString("reason"),
                row.getString("decision"),
                row.getObject("decided_on", LocalDate.class),
                countsTo == null ? null : last(countsTo),
                row.getString("end_document"),
                row.getLong("version"));
    }

    private static YearMonth last(LocalDate before) {
        return YearMonth.from(before).minusMonths(1);
    }
}
