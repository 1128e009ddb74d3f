package cn.dangjian.assessment.result.year;

import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code year_close}. */
@Repository
public class CloseTable {

    private static final String CLOSE = """
        select scheme_id, unit_id, year, object, domain, state, done_upto, parts, document, frozen_at from year_close\
        """;

    private final Rows rows;

    CloseTable(Rows rows) {
        this.rows = rows;
    }

    @Unscoped("of a scheme that was found in the caller's scope")
    public Optional<YearClose> find(Scheme scheme) {
        return rows.unscoped(
                        CLOSE + " where unit_id = :unit and year = :year and object = :object and domain = :domain")
                .with("unit", scheme.unitId())
                .with("year", scheme.year())
                .with("object", scheme.object())
                .with("domain", domain(scheme))
                .find(YearClose.class);
    }

    /** Whether the year of a scheme, in whichever version, is being frozen. */
    @Unscoped("of a scheme that was found in the caller's scope")
    public boolean isClosing(long scheme) {
        return rows.unscoped("""
            select 1 from scheme s join year_close c on c.unit_id = s.unit_id and c.year = s.year and c.object = s.object
               and c.domain = coalesce(s.domain, 'ALL')
             where s.id = :scheme and c.state <> 'FROZEN'\
            """).with("scheme", scheme).exists();
    }

    /** One closes at a time for a unit. */
    public void lock(long unit) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", unit)
                .lock();
    }

    void insert(Scheme scheme, String document, Desk desk) {
        rows.sql("""
            insert into year_close (scheme_id, unit_id, year, object, domain, state, done_upto, parts, document, subject, at)
            values (:scheme, :unit, :year, :object, :domain, 'CLOSING', 0, 0, :document, :subject, :at)\
            """)
                .with("scheme", scheme.id())
                .with("unit", scheme.unitId())
                .with("year", scheme.year())
                .with("object", scheme.object())
                .with("domain", domain(scheme))
                .with("document", document)
                .by(desk)
                .update();
    }

    private static String domain(Scheme scheme) {
        return scheme.domain() == null ? "ALL" : scheme.domain().name();
    }

    /** One that is not done; nobody else takes it until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    Optional<YearClose> take() {
        return rows.unscoped(CLOSE + " where state = 'CLOSING' order by at limit 1 for update skip locked")
                .find(YearClose.class);
    }

    /** The next units that these schemes could score or have scored, also those that were moved away. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Long> listNext(YearClose close, Scheme scheme, Collection<Long> versions, int most) {
        return rows.unscoped("""
            select unit_id from (
                select u.id unit_id from unit u
                 where u.path between :path and concat(:path, '~') and u.tier = :tier and u.id > :after
                union
                select t.unit_id from score_total t where t.scheme_id in (:versions) and t.unit_id > :after) a
             order by unit_id limit :most\
            """)
                .with("path", scheme.path())
                .with("tier", scheme.object().tier())
                .with("after", close.doneUpto())
                .with("versions", versions)
                .with("most", most)
                .list(Long.class);
    }

    void advance(YearClose close, long upto, int parts) {
        rows.sql("""
            update year_close set done_upto = :upto, parts = parts + :more
             where unit_id = :unitId and year = :year and object = :object and domain = :domain\
            """).with(close).with("upto", upto).with("more", parts).update();
    }

    void done(YearClose close, Instant at) {
        rows.sql("""
            update year_close set state = 'FROZEN', frozen_at = :now
             where unit_id = :unitId and year = :year and object = :object and domain = :domain\
            """).with(close).with("now", at).update();
    }
}
