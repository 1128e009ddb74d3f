package cn.dangjian.organization.register.coverage;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code coverage_told}. */
@Repository
@Unscoped("tells other services; nobody sees the rows")
class CoverageToldTable {

    private static final String TOLD = """
        select unit_id, covered, should_be_covered, not_yet, not_required, as_of, version from coverage_told\
        """;

    private final Rows rows;

    CoverageToldTable(Rows rows) {
        this.rows = rows;
    }

    /** The next places behind a number that exist on a day, and at which something lies, or of which was told. */
    List<Long> listNext(long after, LocalDate day, int most) {
        return rows.unscoped("""
            select x.id
              from ((select distinct s.place_id id from register_state s join unit v on v.id = s.place_id
                      where s.place_id > :after and (v.valid_to is null or v.valid_to > :day)
                      order by s.place_id limit :most)
                     union
                    (select t.unit_id from coverage_told t join unit v on v.id = t.unit_id
                      where t.unit_id > :after and (v.valid_to is null or v.valid_to > :day)
                      order by t.unit_id limit :most)) x order by x.id limit :most\
            """)
                .with("after", after)
                .with("day", day)
                .with("most", most)
                .list(Long.class);
    }

    /** What was told of some places; held until the transaction ends. */
    List<CoverageTold> lock(Collection<Long> units) {
        return rows.unscoped(TOLD + " where unit_id in (:units) order by unit_id for update")
                .with("units", units)
                .list(CoverageTold.class);
    }

    void save(List<CoverageTold> told) {
        rows.sql("""
            insert into coverage_told (unit_id, covered, should_be_covered, not_yet, not_required, as_of, version, again)
            values (:unitId, :covered, :shouldBeCovered, :notYet, :notRequired, :asOf, :version, false)
            on duplicate key update covered = values(covered), should_be_covered = values(should_be_covered),
                not_yet = values(not_yet), not_required = values(not_required), as_of = values(as_of),
                version = values(version), again = false\
            """).each(told);
    }

    void markAll() {
        rows.sql("update coverage_told set again = true").update();
    }

    /** The next ones that are to be told again; held until the transaction ends. */
    List<CoverageTold> takeAgain(int most) {
        return rows.unscoped(TOLD + " where again = true order by unit_id limit :most for update skip locked")
                .with("most", most)
                .list(CoverageTold.class);
    }

    void toldAgain(List<CoverageTold> told) {
        rows.sql("update coverage_told set again = false where unit_id = :unitId")
                .each(told);
    }
}
