package cn.dangjian.organization.register.code;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code division_code}: public knowledge, the same for every caller. */
@Repository
class DivisionCodeRepository {

    private final Rows rows;

    DivisionCodeRepository(Rows rows) {
        this.rows = rows;
    }

    /** Waits until nobody else imports: two imports must see each other's periods. */
    void lock() {
        rows.sql("select id from division_code_lock where id = 1 for update").lock();
    }

    @Unscoped("a public standard")
    Optional<DivisionPeriod> find(String code, LocalDate day) {
        return rows.unscoped("""
            select code, name, valid_from, valid_to from division_code
             where code = :code and valid_from <= :day and (valid_to is null or valid_to > :day)\
            """).with("code", code).with("day", day).find(DivisionCodeRepository::period);
    }

    /** The codes that stand for something on a day and begin with some digits, in their order. */
    @Unscoped("a public standard")
    List<DivisionPeriod> list(String digits, LocalDate day, Slice slice) {
        var last = Cursor.parse(slice.cursor(), 1);
        return rows.unscoped("""
            select code, name, valid_from, valid_to from division_code
             where code between :digits and concat(:digits, '~') and code > :after
               and valid_from <= :day and (valid_to is null or valid_to > :day)
             order by code limit :rows\
            """)
                .with("digits", digits)
                .with("day", day)
                .with("after", last == null ? "" : last.string(0))
                .with("rows", slice.rows())
                .list(DivisionCodeRepository::period);
    }

    /** All that the codes have ever stood for. */
    @Unscoped("a public standard")
    List<DivisionPeriod> list(Collection<String> codes) {
        return rows.unscoped("""
            select code, name, valid_from, valid_to from division_code where code in (:codes)
             order by code, valid_from\
            """).with("codes", codes).list(DivisionCodeRepository::period);
    }

    /** Writes periods; one that begins on the same day as another of its code takes its place. */
    void save(List<DivisionPeriod> periods, String subject, Instant at) {
        rows.sql("""
            insert into division_code (code, name, valid_from, valid_to, subject, at)
            values (:code, :name, :from, :to, :subject, :at)
            on duplicate key update name = values(name), valid_to = values(valid_to),
                                    subject = values(subject), at = values(at)\
            """).with("subject", subject).with("at", at).each(periods);
    }

    private static DivisionPeriod period(ResultSet row, int number) throws SQLException {
        return new DivisionPeriod(
                row.getString("code"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
