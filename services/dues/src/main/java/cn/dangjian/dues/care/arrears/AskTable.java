package cn.dangjian.dues.care.arrears;

import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code arrears_case}, as it is opened, kept right and told without a person. */
@Repository
class AskTable {

    private final Rows rows;

    AskTable(Rows rows) {
        this.rows = rows;
    }

    /** Somebody with many months in a row of whom nobody was asked. */
    record Ask(long member, UnitId unit, int months, LocalDate since, long fen) {}

    /**
     * An open case that is not as the books and member say.
     *
     * @param now to which unit he belongs; 0 if nobody has said it
     * @param pays whether he is one who pays
     */
    record Stale(
            long id,
            UnitId unit,
            UnitId now,
            boolean pays,
            int months,
            @Nullable LocalDate since,
            long fen) {}

    /** What other services are told. */
    record Untold(
            long id,
            long member,
            long unit,
            State state,
            int months,
            @Nullable LocalDate since,
            long fen,
            LocalDate openedOn,
            @Nullable LocalDate decidedOn,
            @Nullable String document,
            long version) {}

    /**
     * Some with so many months in a row after those that a decided case was about; nobody else takes them until the
     * transaction ends.
     */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Ask> listAsked(int months, int most) {
        return rows.unscoped("""
            select l.member_id as member, l.unit_id unit, l.months, l.since_month since, l.fen
              from late l force index (late_months)
             where l.months >= :months
               and not exists (select 1 from arrears_case c where c.open_member_id = l.member_id)
               and not exists (select 1 from arrears_case d
                                where d.member_id = l.member_id and d.until_month is not null
                                  and timestampdiff(month, greatest(l.since_month, d.until_month + interval 1 month),
                                                    l.since_month + interval l.months month) < :months)
             order by l.months, l.member_id limit :most for update skip locked\
            """).with("months", months).with("most", most).list(Ask.class);
    }

    void insert(long id, Ask ask, LocalDate today) {
        rows.sql("""
            insert into arrears_case (id, member_id, open_member_id, asked_on, months, since_month, fen, told, version)
            values (:id, :member, :member, :today, :months, :since, :fen, false, 1)\
            """).with(ask).with("id", id).with("today", today).update();
    }

    @Unscoped("work of the platform; nobody sees the rows")
    List<Stale> listStale(int most) {
        return rows.unscoped("""
            select c.id, f.unit_id unit, coalesce(p.unit_id, 0) now,
                   coalesce(p.status in ('PROBATIONARY', 'FULL'), false) pays,
                   coalesce(l.months, 0) months, l.since_month since, coalesce(l.fen, 0) fen
              from arrears_case c force index (arrears_case_open)
              join case_file f on f.kind = 'arrears-cases' and f.id = c.id
              left join payer p on p.member_id = c.member_id and p.to_on = '9999-12-31'
              left join late l on l.member_id = c.member_id
             where c.open_member_id is not null
               and ((p.unit_id > 0 and p.unit_id <> f.unit_id) or coalesce(p.status in ('PROBATIONARY', 'FULL'), false) = false
                    or c.months <> coalesce(l.months, 0) or not (c.since_month <=> l.since_month)
                    or c.fen <> coalesce(l.fen, 0))
             limit :most\
            """)
                .with("most", most)
                .list((row, number) -> new Stale(
                        row.getLong("id"),
                        new UnitId(row.getLong("unit")),
                        new UnitId(row.getLong("now")),
                        row.getBoolean("pays"),
                        row.getInt("months"),
                        row.getObject("since", LocalDate.class),
                        row.getLong("fen")));
    }

    /** Those of these cases that are still open, held until the transaction ends; the file first, as every step does. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Long> listOpen(Collection<Long> ids) {
        return rows.unscoped("""
            select f.id from case_file f straight_join arrears_case c on c.id = f.id
             where f.kind = 'arrears-cases' and f.id in (:ids) and f.closed_at is null order by f.id for update\
            """).with("ids", ids).list(Long.class);
    }

    /** What is open of open cases. */
    void refresh(Collection<Stale> stale) {
        rows.sql("""
            update arrears_case set months = :months, since_month = :since, fen = :fen, told = false, version = version + 1
             where id = :id and open_member_id is not null\
            """).each(stale);
    }

    /** Cases that have ended without a decision. */
    void close(Collection<Long> ids) {
        rows.sql("""
            update arrears_case set open_member_id = null, told = false, version = version + 1 where id in (:ids)\
            """).with("ids", ids).update();
    }

    /** Some that are to be told; nobody else takes them until the transaction ends. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Untold> listUntold(int most) {
        return rows.unscoped("""
            select c.id, c.member_id as member, f.unit_id unit, f.state, c.months, c.since_month since, c.fen,
                   c.asked_on opened_on, c.decided_on, c.document, c.version
              from arrears_case c force index (arrears_case_told)
              join case_file f on f.kind = 'arrears-cases' and f.id = c.id
             where c.told = false order by c.id limit :most for update skip locked\
            """).with("most", most).list(Untold.class);
    }

    void told(Collection<Long> ids) {
        rows.sql("update arrears_case set told = true where id in (:ids)")
                .with("ids", ids)
                .update();
    }

    void tellAgain() {
        rows.sql("update arrears_case set told = false, version = version + 1").update();
    }
}
