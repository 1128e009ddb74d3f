package cn.dangjian.dues.book.period;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Table {@code closing}. A month is closed for a unit if itself or anybody above it has closed that month or a later one.
 * Who books holds those above as they are until his transaction ends; who closes waits for him.
 */
@Repository
public class PeriodTable {

    private static final LocalDate BEGINNING = LocalDate.of(1949, 10, 1);

    /** Counties and whoever is above them stand at most so deep, with the headings between them. */
    private static final String CLOSERS = """
        from unit u
        straight_join (select 5 length union all select 10 union all select 15 union all select 20 union all select 25) n
        straight_join unit g force index (unit_path)
          on g.path = left(u.path, n.length) and g.tier in ('PROVINCE', 'CITY', 'COUNTY')
        left join closing c on c.unit_id = g.id and c.reopened_at is null
        where u.id in (:units)\
        """;

    private final Rows rows;

    PeriodTable(Rows rows) {
        this.rows = rows;
    }

    /** The first day on which something may be booked of these units; nobody closes it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("says nothing but a day")
    public LocalDate firstOpen(Collection<Long> units) {
        return after(rows.unscoped("select max(c.month) " + CLOSERS + " lock in share mode")
                .with("units", units)
                .list((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class))));
    }

    /** The same for somebody who only reads. */
    @Unscoped("the unit was found in the caller's scope")
    public LocalDate seeFirstOpen(Unit unit) {
        return after(rows.unscoped("select max(c.month) " + CLOSERS)
                .with("units", List.of(unit.id()))
                .list((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class))));
    }

    private static LocalDate after(List<Optional<LocalDate>> closed) {
        return closed.getFirst().map(month -> month.plusMonths(1)).orElse(BEGINNING);
    }

    /** Waits for all who book at or below a unit, and lets nobody begin until the transaction ends. */
    public void lock(Unit unit) {
        rows.sql("select id from unit where id = :id for update")
                .with("id", unit.id())
                .lock();
    }

    /** The latest month that a unit has closed itself. */
    @Unscoped("the unit was found in the caller's scope")
    public Optional<Closing> findLast(Unit unit) {
        return rows.unscoped("""
            select * from closing where unit_id = :unit and reopened_at is null order by month desc limit 1\
            """).with("unit", unit.id()).find(PeriodTable::closing);
    }

    /** Whether anybody above a unit has closed a month or a later one. */
    @Unscoped("says nothing but whether")
    public boolean isClosedAbove(Unit unit, LocalDate month) {
        return rows.unscoped("select c.id " + CLOSERS + " and g.id <> u.id and c.month >= :month limit 1")
                .with("units", List.of(unit.id()))
                .with("month", month)
                .exists();
    }

    /** A county or city below a unit, within its scope, that has not closed a month. */
    public Optional<String> findOpenBelow(Unit unit, LocalDate month, Scope scope) {
        return rows.sql("""
            select u.name from unit u
             where {scope u} and u.id <> :unit and u.tier in ('CITY', 'COUNTY') and u.valid_to is null
               and u.kind <> 'DIVISION_GROUP'
               and not exists (select 1 from closing c
                                where c.unit_id = u.id and c.reopened_at is null and c.month >= :month)
             order by u.path limit 1\
            """)
                .in(scope)
                .with("unit", unit.id())
                .with("month", month)
                .find(String.class);
    }

    /** All that a unit has closed, and reopened, the newest first. */
    @Unscoped("the unit was found in the caller's scope")
    public List<Closing> list(Unit unit) {
        return rows.unscoped("select * from closing where unit_id = :unit order by id desc limit 200")
                .with("unit", unit.id())
                .list(PeriodTable::closing);
    }

    public void close(Unit unit, LocalDate month, Desk desk) {
        rows.sql("insert into closing (unit_id, month, subject, at) values (:unit, :month, :subject, :at)")
                .with("unit", unit.id())
                .with("month", month)
                .by(desk)
                .update();
    }

    public void reopen(Closing closing, String document, Desk desk) {
        rows.sql("""
            update closing set reopened_subject = :subject, reopened_at = :at, reopened_document = :document
             where id = :id and reopened_at is null\
            """)
                .with("id", closing.id())
                .with("document", document)
                .by(desk)
                .updateOne("Closing " + closing.id());
    }

    private static Closing closing(ResultSet row, int number) throws SQLException {
        return new Closing(
                row.getLong("id"),
                new UnitId(row.getLong("unit_id")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("subject"),
                at(row.getObject("at", LocalDateTime.class)),
                row.getString("reopened_subject"),
                row.getObject("reopened_at") == null ? null : at(row.getObject("reopened_at", LocalDateTime.class)),
                row.getString("reopened_document"));
    }

    private static OffsetDateTime at(LocalDateTime utc) {
        return utc.atOffset(ZoneOffset.UTC);
    }
}
