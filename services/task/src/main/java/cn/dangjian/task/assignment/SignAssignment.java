package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签收: a unit confirms that it has received its assignment; doing so twice changes nothing. */
@Service
class SignAssignment {

    private final AssignmentRepository assignments;
    private final AssignmentAnnouncements announcements;

    SignAssignment(AssignmentRepository assignments, AssignmentAnnouncements announcements) {
        this.assignments = assignments;
        this.announcements = announcements;
    }

    @Transactional
    Assignment sign(AssignmentId id, Desk desk, Seen seen) {
        var assignment = assignments.find(id, desk.scope()).orElseThrow(AssignmentRefusal.UNKNOWN);
        AssignmentRefusal.OVER.when(assignment.isOver());
        if (assignment.isSigned()) return assignment;
        seen.require(assignment.version());

        var now = desk.now().atOffset(ZoneOffset.UTC);
        var signed = assignments.update(assignment.sign(desk.caller().account(), now));
        announcements.changed(signed, desk.caller(), now);
        return signed;
    }
}
