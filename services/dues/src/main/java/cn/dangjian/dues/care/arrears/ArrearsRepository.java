package cn.dangjian.dues.care.arrears;

import cn.dangjian.dues.care.arrears.ArrearsCase.Reason;
import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.dues.care.late.Late;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code arrears_case}, as people take it from step to step; each change is to be told to other services. */
@Repository
class ArrearsRepository {

    private static final String CASE = """
        select c.id, c.member_id, f.unit_id, u.name unit_name, f.state, c.months, c.since_month, c.fen, c.asked_on,
               c.reason_kind, c.reason, c.noticed_on, c.hearing_until, c.voted_on, c.entitled, c.present, c.yes,
               c.decided_on, c.document, nullif(f.due_on, '9999-12-31') due_on, f.version
          from arrears_case c join case_file f on f.kind = 'arrears-cases' and f.id = c.id
          join unit u on u.id = f.unit_id\
        """;

    private final Rows rows;

    ArrearsRepository(Rows rows) {
        this.rows = rows;
    }

    /** Nothing else is booked or decided of the member until the transaction ends; to be taken as its first statement. */
    @Unscoped("whoever holds him is refused afterwards, if he does not see the case")
    void lockMember(long id) {
        // the case itself is not held: whoever takes another step has its file first
        rows.unscoped("select member_id from arrears_case where id = :id")
                .with("id", id)
                .find(Long.class)
                .ifPresent(member -> rows.unscoped("""
                    select member_id from payer where member_id = :member and to_on = '9999-12-31' for update\
                    """).with("member", member).lock());
    }

    Optional<ArrearsCase> find(long id, Scope scope) {
        return rows.sql(CASE + " where {scope u} and c.id = :id")
                .in(scope)
                .with("id", id)
                .find(ArrearsRepository::row);
    }

    List<ArrearsCase> list(@Nullable Long member, @Nullable State state, Slice slice, Scope scope) {
        return rows.sql(CASE + """
             where {scope u} and c.id < :before and (:member is null or c.member_id = :member)
               and (:state is null or f.state = :state)
             order by c.id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("member", member)
                .with("state", state)
                .list(ArrearsRepository::row);
    }

    /** Those of one member, the newest first. */
    @Unscoped("the member who asks")
    List<ArrearsCase> listOwn(long member) {
        return rows.unscoped(CASE + " where c.member_id = :member order by c.id desc")
                .with("member", member)
                .list(ArrearsRepository::row);
    }

    void notice(long id, LocalDate day, LocalDate until) {
        write("noticed_on = :day, hearing_until = :until", id)
                .with("day", day)
                .with("until", until)
                .update();
    }

    void excuse(long id, Reason kind, String reason) {
        write("reason_kind = :kind, reason = :reason", id)
                .with("kind", kind)
                .with("reason", reason)
                .update();
    }

    /** The branch looks again: he is told and heard anew; the journal keeps what was. */
    void restart(long id) {
        write("reason_kind = null, reason = null, noticed_on = null, hearing_until = null", id)
                .update();
    }

    void vote(long id, LocalDate day, Ballot ballot) {
        write("voted_on = :day, entitled = :entitled, present = :present, yes = :yes", id)
                .with("day", day)
                .with(ballot)
                .update();
    }

    /** What was said stays as it is, but other services are told again. */
    void touch(long id) {
        write("months = months", id).update();
    }

    /**
     * Another one may be opened.
     *
     * @param until nobody is asked again about months up to this one; null if about any
     */
    void close(long id, Late late, @Nullable LocalDate until, LocalDate day, @Nullable String document) {
        write("""
            open_member_id = null, months = :months, since_month = :since, fen = :fen, until_month = :until,
            decided_on = :day, document = :document\
            """, id)
                .with(late)
                .with("until", until)
                .with("day", day)
                .with("document", document)
                .update();
    }

    private Statement write(String columns, long id) {
        return rows.sql("update arrears_case set " + columns + ", told = false, version = version + 1 where id = :id")
                .with("id", id);
    }

    private static ArrearsCase row(ResultSet row, int number) throws SQLException {
        var since = row.getObject("since_month", LocalDate.class);
        var kind = row.getString("reason_kind");
        return new ArrearsCase(
                row.getLong("id"),
                row.getLong("member_id"),
                new UnitId(row.getLong("unit_id")),
                row.getString("unit_name"),
                State.valueOf(row.getString("state")),
                row.getInt("months"),
                since == null ? null : YearMonth.from(since),
                new Yuan(row.getLong("fen")),
                row.getObject("asked_on", LocalDate.class),
                kind == null ? null : Reason.valueOf(kind),
                row.getString("reason"),
                row.getObject("noticed_on", LocalDate.class),
                row.getObject("hearing_until", LocalDate.class),
                row.getObject("voted_on", LocalDate.class),
                row.getObject("entitled", Integer.class),
                row.getObject("present", Integer.class),
                row.getObject("yes", Integer.class),
                row.getObject("decided_on", LocalDate.class),
                row.getString("document"),
                row.getObject("due_on", LocalDate.class),
                row.getLong("version"));
    }
}
