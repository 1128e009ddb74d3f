package cn.dangjian.organization.field.candidate;

import cn.dangjian.organization.field.candidate.Candidate.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code weak_candidate}. */
@Repository
class CandidateRepository {

    private static final String CANDIDATE = """
        select c.id, f.unit_id unit, u.name unit_name, c.unit_id graded, c.year, c.stars, c.grading, c.owner, c.document,
               f.state, f.closed_at is not null and f.state = 'LISTED' ended, c.weak_case, c.reason, c.decided_on, f.version
          from weak_candidate c join case_file f on f.kind = 'weak-candidates' and f.id = c.id
          join unit u on u.id = f.unit_id\
        """;

    private final Rows rows;

    CandidateRepository(Rows rows) {
        this.rows = rows;
    }

    /** What assessment has told. */
    record Proposed(long unit, int year, int stars, long grading, long owner, String document) {}

    Optional<Candidate> find(long id, Scope scope) {
        return rows.sql(CANDIDATE + " where {scope u} and c.id = :id")
                .in(scope)
                .with("id", id)
                .find(Candidate.class);
    }

    List<Candidate> list(@Nullable State state, Slice slice, Scope scope) {
        return rows.sql(CANDIDATE + """
             where {scope u} and c.id < :before and (:state is null or f.state = :state)
             order by c.id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("state", state)
                .list(Candidate.class);
    }

    @Unscoped("tells what has become of candidates; nobody sees the rows")
    List<Candidate> listStanding(Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return rows.unscoped(CANDIDATE + " where c.id in (:ids) order by c.id")
                .with("ids", ids)
                .list(Candidate.class);
    }

    /** The next ones behind a number. */
    @Unscoped("tells all again; nobody sees the rows")
    List<Long> listNext(long after, int most) {
        return rows.unscoped("select id from weak_candidate where id > :after order by id limit :most")
                .with("after", after)
                .with("most", most)
                .list(Long.class);
    }

    /** Whether it is listed already: what is told again changes nothing. */
    @Unscoped("hears what assessment tells; nobody sees the rows")
    boolean exists(long grading, long unit) {
        return rows.unscoped("select 1 from weak_candidate where grading = :grading and unit_id = :unit")
                .with("grading", grading)
                .with("unit", unit)
                .exists();
    }

    /** To whom a unit that has ended left what it had; of the same tier. */
    @Unscoped("follows what has become of the tree; nobody asks")
    Optional<UnitId> findHeir(UnitId unit) {
        return rows.unscoped("""
            select l.successor_id from unit u
              join unit_lineage l on l.predecessor_id = u.id and l.day = u.valid_to
              join unit s on s.id = l.successor_id and s.tier = u.tier
             where u.id = :unit order by l.id limit 1\
            """).with("unit", unit).find(Long.class).map(UnitId::new);
    }

    void insert(long id, Proposed proposed) {
        rows.sql("""
            insert into weak_candidate (id, unit_id, year, stars, grading, owner, document)
            values (:id, :unit, :year, :stars, :grading, :owner, :document)\
            """).with("id", id).with(proposed).update();
    }

    void decide(long id, @Nullable Long weakCase, @Nullable String reason, LocalDate day) {
        rows.sql("""
            update weak_candidate set weak_case = :weakCase, reason = :reason, decided_on = :day where id = :id\
            """)
                .with("id", id)
                .with("weakCase", weakCase)
                .with("reason", reason)
                .with("day", day)
                .updateOne("Candidate " + id);
    }
}
