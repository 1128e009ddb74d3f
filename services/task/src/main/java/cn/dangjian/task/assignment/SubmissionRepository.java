package cn.dangjian.task.assignment;

import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Breakdown.Parts;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code submission}: rows are added and judged once, never changed. */
@Repository
class SubmissionRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SubmissionRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(AssignmentId assignment, Submission submission, Parts parts, AccountId by, OffsetDateTime at) {
        jdbc.sql("""
            insert into submission (assignment_id, number, report, materials, submitted_by, submitted_at, parts,
                                    parts_approved)
            select :assignment, coalesce(max(number), 0) + 1, :report, :materials, :by, :at, :parts, :approved
              from submission where assignment_id = :assignment\
            """)
                .param("assignment", assignment.value())
                .param("report", submission.report())
                .param("materials", json.writeValueAsString(submission.materials()))
                .param("by", by.value())
                .param("at", at)
                .param("parts", parts.addressed() == 0 ? null : parts.addressed())
                .param("approved", parts.addressed() == 0 ? null : parts.approved())
                .update();
    }

    /** Judges the submission that waits; fails if none does. */
    void judge(AssignmentId assignment, String verdict, @Nullable String reason, AccountId by, OffsetDateTime at) {
        int rows = jdbc.sql("""
            update submission set verdict = :verdict, reason = :reason, reviewed_by = :by, reviewed_at = :at
             where assignment_id = :assignment and verdict is null\
            """)
                .param("verdict", verdict)
                .param("reason", reason)
                .param("by", by.value())
                .param("at", at)
                .param("assignment", assignment.value())
                .update();
        if (rows != 1) throw new OptimisticLockingFailureException("Submission of assignment " + assignment.value());
    }
}
