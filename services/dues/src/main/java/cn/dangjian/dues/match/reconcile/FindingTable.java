package cn.dangjian.dues.match.reconcile;

import cn.dangjian.dues.match.reconcile.Finding.Result;
import cn.dangjian.dues.match.reconcile.Finding.State;
import cn.dangjian.dues.match.reconcile.Finding.Way;
import cn.dangjian.dues.match.statement.Source;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code finding}. */
@Repository
class FindingTable {

    private static final String FINDING = """
        select f.id, f.source, f.day, f.unit_id, f.result, f.state, l.fen said, p.fen booked, l.reference,
               coalesce(l.member_id, p.member_id) member_id, f.posting_id, f.way, f.reason, f.subject, f.at
          from finding f INDEX join unit u on u.id = f.unit_id and {scope u}
          left join statement_line l on l.id = f.line_id
          left join posting p on p.id = f.posting_id\
        """;

    private final Rows rows;

    FindingTable(Rows rows) {
        this.rows = rows;
    }

    Optional<Finding> find(long id, Scope scope) {
        return rows.sql(finding("") + " where f.id = :id")
                .in(scope)
                .with("id", id)
                .find(FindingTable::finding);
    }

    /** What is asked for; all where nothing is said. */
    record Asked(
            @Nullable LocalDate day,
            @Nullable Source source,
            @Nullable Result result,
            @Nullable State state) {

        /** By day, or by state: most of what was ever held against the books has matched, and is not walked through. */
        String index() {
            if (day != null) return "force index (finding_day)";
            return state == State.OPEN ? "force index (finding_state)" : "";
        }

        String where() {
            var text = new StringBuilder(" where f.id < :before");
            if (day != null) text.append(" and f.source in ('PROVIDER', 'BANK') and f.day = :day");
            if (source != null) text.append(" and f.source = :source");
            if (result != null) text.append(" and f.result = :result");
            if (state != null) text.append(" and f.state = :state");
            return text.toString();
        }
    }

    /** The newest first. */
    List<Finding> list(Asked asked, Slice slice, Scope scope) {
        return rows.sql(finding(asked.index()) + asked.where() + " order by f.id desc limit :rows")
                .in(scope)
                .with(asked)
                .newest(slice)
                .list(FindingTable::finding);
    }

    private static String finding(String index) {
        return FINDING.replace("INDEX", index);
    }

    /** @param fen what lists say, or what is booked where they say nothing */
    record Sum(Source source, Result result, State state, int count, long fen) {}

    List<Sum> listSums(LocalDate day, Scope scope) {
        return rows.sql("""
            select f.source, f.result, f.state, count(*) count,
                   cast(sum(if(coalesce(l.kind, p.kind) = 'REFUND', -1, 1) * coalesce(l.fen, p.fen)) as signed) fen
              from finding f force index (finding_day) join unit u on u.id = f.unit_id and {scope u}
              left join statement_line l on l.id = f.line_id
              left join posting p on p.id = f.posting_id
             where f.source in ('PROVIDER', 'BANK') and f.day = :day group by f.source, f.result, f.state order by f.source, f.result, f.state\
            """).in(scope).with("day", day).list(Sum.class);
    }

    /** What a person decides about. */
    record Held(
            long id,
            Source source,
            Result result,
            State state,
            @Nullable Long postingId,
            @Nullable Long lineId,
            @Nullable String kind,
            @Nullable String reference,
            @Nullable String ordered,
            @Nullable Long fen,
            @Nullable LocalDate day,
            @Nullable LocalDateTime at,
            @Nullable String payer,
            @Nullable Long memberId) {}

    /** Held until the transaction ends. */
    @Unscoped("it was found in the caller's scope")
    Optional<Held> lock(long id) {
        return rows.unscoped("""
            select f.id, f.source, f.result, f.state, f.posting_id, f.line_id, l.kind, l.reference,
                   coalesce(l.ordered, o.number) ordered, l.fen, l.day, l.at, l.payer, l.member_id
              from finding f left join statement_line l on l.id = f.line_id
              left join pay_order o on o.posting_id = f.posting_id
             where f.id = :id for update\
            """).with("id", id).find(Held.class);
    }

    void settle(long id, Way way, String reason, @Nullable Long posting, Desk desk) {
        rows.sql("""
            update finding set state = 'SETTLED', way = :way, reason = :reason, posting_id = coalesce(:posting, posting_id),
                   subject = :subject, at = :at, version = version + 1
             where id = :id and state = 'OPEN'\
            """)
                .with("id", id)
                .with("way", way)
                .with("reason", reason)
                .with("posting", posting)
                .by(desk)
                .updateOne("Finding " + id);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        var at = row.getObject("at", LocalDateTime.class);
        String way = row.getString("way");
        return new Finding(
                row.getLong("id"),
                Source.valueOf(row.getString("source")),
                row.getObject("day", LocalDate.class),
                row.getLong("unit_id"),
                Result.valueOf(row.getString("result")),
                State.valueOf(row.getString("state")),
                yuan(row.getObject("said", Long.class)),
                yuan(row.getObject("booked", Long.class)),
                row.getString("reference"),
                row.getObject("member_id", Long.class),
                row.getObject("posting_id", Long.class),
                way == null ? null : Way.valueOf(way),
                row.getString("reason"),
                row.getString("subject"),
                at == null ? null : at.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Yuan yuan(@Nullable Long fen) {
        return fen == null ? null : new Yuan(fen);
    }
}
