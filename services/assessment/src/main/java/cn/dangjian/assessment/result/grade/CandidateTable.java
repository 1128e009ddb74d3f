package cn.dangjian.assessment.result.grade;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code candidate}: the newest version of each counts, in whatever order they are heard. */
@Repository
class CandidateTable {

    private static final String CANDIDATE = """
        select grading_id grading, unit_id unit, candidate_id id, state, ended, weak_case, reason, decided_on, version
          from candidate\
        """;

    private final Rows rows;

    CandidateTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * What became of a unit with few stars.
     *
     * @param unit the one that was graded
     * @param id as organization knows it
     * @param ended whether it has ended with its unit, before anybody had decided
     * @param weakCase the case of organization that was opened, or goes on
     */
    record Candidate(
            long grading,
            long unit,
            long id,
            State state,
            boolean ended,
            @Nullable Long weakCase,
            @Nullable String reason,
            @Nullable LocalDate decidedOn,
            long version) {

        /** Where it stands. */
        enum State {
            /** 候选. */
            LISTED,
            /** 列为软弱涣散. */
            ACCEPTED,
            /** 不予列入. */
            REFUSED
        }
    }

    void save(List<Candidate> told) {
        rows.sql("""
            insert into candidate (grading_id, unit_id, candidate_id, state, ended, weak_case, reason, decided_on, version)
            values (:grading, :unit, :id, :state, :ended, :weakCase, :reason, :decidedOn, :version)
            on duplicate key update state = if(values(version) > version, values(state), state),
                ended = if(values(version) > version, values(ended), ended),
                weak_case = if(values(version) > version, values(weak_case), weak_case),
                reason = if(values(version) > version, values(reason), reason),
                decided_on = if(values(version) > version, values(decided_on), decided_on),
                version = greatest(version, values(version))\
            """).each(told);
    }

    @Unscoped("of a grading that was found in the caller's scope")
    List<Candidate> list(long grading) {
        return rows.unscoped(CANDIDATE + " where grading_id = :grading")
                .with("grading", grading)
                .list(Candidate.class);
    }

    @Unscoped("of a unit that was found in the caller's scope")
    List<Candidate> listOf(UnitId unit) {
        return rows.unscoped(CANDIDATE + " where unit_id = :unit")
                .with("unit", unit)
                .list(Candidate.class);
    }
}
