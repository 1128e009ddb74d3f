package cn.dangjian.dues.paper.publication;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.paper.publication.Publication.Line;
import cn.dangjian.dues.paper.publication.Publication.Part;
import cn.dangjian.dues.paper.publication.Publish.PublicationRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code publication} and {@code publication_line}. */
@Repository
class PublicationTable {

    private static final String PUBLICATION = """
        select p.id, p.unit_id, u.name unit_name, p.year, p.part, p.seq, p.place, p.day, p.reason, p.payers, p.due_fen,
               p.paid_fen, p.subject, p.at
          from publication p join unit u on u.id = p.unit_id and {scope u}\
        """;

    /**
     * Of each member what he owes of each month, at which unit, and what of it is paid: the oldest month first. Of a member all
     * months are looked at, since what is paid settles those before the period first.
     */
    private static final String MONTHS = """
        select m.member_id, m.unit_id, m.month, m.fen,
               greatest(0, least(m.fen, t.paid - (sum(m.fen) over (partition by m.member_id
                                                                   order by m.month, m.unit_id rows unbounded preceding) - m.fen))) paid
          from (select b.member_id, b.month, b.unit_id, sum(b.fen) fen from bill b
                 where b.member_id in (select distinct o.member_id from bill o force index (bill_unit)
                                        where o.unit_id = :unit and o.month between :first and :last)
                 group by b.member_id, b.month, b.unit_id) m
          join (select k.member_id,
                       coalesce((select sum(e.fen) from entry e force index (entry_credit)
                                  where e.credit_owner = k.member_id and e.credit = 'MEMBER' and e.fund = 'DUES'), 0)
                     - coalesce((select sum(e.fen) from entry e force index (entry_debit)
                                  where e.debit_owner = k.member_id and e.debit = 'MEMBER' and e.fund = 'DUES'), 0) paid
                  from (select distinct o.member_id from bill o force index (bill_unit)
                         where o.unit_id = :unit and o.month between :first and :last) k) t on t.member_id = m.member_id\
        """;

    private final Rows rows;

    PublicationTable(Rows rows) {
        this.rows = rows;
    }

    /** Nobody else publishes of this unit until the transaction ends. */
    void lock(UnitId unit) {
        rows.sql("select id from unit where id = :id for update")
                .with("id", unit)
                .lock();
    }

    @Unscoped("of the caller's own unit")
    int count(UnitId unit, int year, Part part) {
        return rows.unscoped("select count(*) from publication where unit_id = :unit and year = :year and part = :part")
                .with("unit", unit)
                .with("year", year)
                .with("part", part)
                .get(Integer.class);
    }

    @Unscoped("of the caller's own unit")
    List<Line> listLines(UnitId unit, YearMonth first, YearMonth last) {
        return rows.unscoped("""
            select member_id, cast(sum(fen) as signed) due_fen, cast(sum(paid) as signed) paid_fen from (%s) months
             where unit_id = :unit and month between :first and :last
             group by member_id order by member_id\
            """.formatted(MONTHS))
                .with("unit", unit)
                .with("first", first.atDay(1))
                .with("last", last.atDay(1))
                .list(PublicationTable::line);
    }

    private record LineRow(long publication, long member, long due, long paid) {}

    long insert(UnitId unit, PublicationRequest request, int seq, List<Line> lines, boolean members, Desk desk) {
        long id = rows.sql("""
            insert into publication (unit_id, year, part, seq, place, day, reason, payers, due_fen, paid_fen, members, subject, at)
            values (:unit, :year, :part, :seq, :place, :day, :reason, :payers, :due, :paid, :members, :subject, :at)\
            """)
                .with(request)
                .with("unit", unit)
                .with("seq", seq)
                .with("payers", lines.size())
                .with("due", lines.stream().mapToLong(line -> line.due().fen()).sum())
                .with(
                        "paid",
                        lines.stream().mapToLong(line -> line.paid().fen()).sum())
                .with("members", members)
                .by(desk)
                .insert();
        if (members)
            rows.sql("""
                insert into publication_line (publication_id, member_id, due_fen, paid_fen)
                values (:publication, :member, :due, :paid)\
                """)
                    .each(lines.stream()
                            .map(line -> new LineRow(
                                    id,
                                    line.member(),
                                    line.due().fen(),
                                    line.paid().fen()))
                            .toList());
        return id;
    }

    Optional<Publication> find(long id, Scope scope) {
        return rows.sql(PUBLICATION + " where p.id = :id")
                .in(scope)
                .with("id", id)
                .find(PublicationTable::publication)
                .map(publication -> publication.with(listLines(id)));
    }

    /** Without members, the newest first. */
    List<Publication> list(UnitId unit, Slice slice, Scope scope) {
        return rows.sql(PUBLICATION + " where p.unit_id = :unit and p.id < :before order by p.id desc limit :rows")
                .in(scope)
                .with("unit", unit)
                .newest(slice)
                .list(PublicationTable::publication);
    }

    /** A branch that has published less often than it must. */
    record Silent(long unit, String name, String path, int published) {}

    /** Branches of whose members something was billed in a year, and that have published less than so often by a day. */
    List<Silent> listSilent(LocalDate day, int times, Slice slice, Scope scope) {
        return rows.sql("""
            select s.unit, s.name, s.path, s.published from (
              select u.id unit, u.name, {path u} path, (select count(*) from publication p
                       where p.unit_id = u.id and p.day between :from and :day) published
                from unit u
               where {scope u} and ({path u} > :path or ({path u} = :path and u.id > :id))
                 and exists (select 1 from bill b force index (bill_unit)
                              where b.unit_id = u.id and b.month between :from and :day)) s
             where s.published < :times order by s.path, s.unit limit :rows\
            """)
                .in(scope)
                .with("from", day.withDayOfYear(1))
                .with("day", day)
                .with("times", times)
                .inTree(slice)
                .list(Silent.class);
    }

    private List<Line> listLines(long id) {
        return rows.unscoped("""
            select member_id, due_fen, paid_fen from publication_line where publication_id = :id order by member_id\
            """).with("id", id).list(PublicationTable::line);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getLong("member_id"), new Yuan(row.getLong("due_fen")), new Yuan(row.getLong("paid_fen")));
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getLong("id"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getInt("year"),
                Part.valueOf(row.getString("part")),
                row.getInt("seq"),
                row.getString("place"),
                row.getObject("day", LocalDate.class),
                row.getString("reason"),
                row.getInt("payers"),
                new Yuan(row.getLong("due_fen")),
                new Yuan(row.getLong("paid_fen")),
                List.of(),
                row.getString("subject"),
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC));
    }
}
