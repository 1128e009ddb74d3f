package cn.dangjian.organization.people.term;

import static cn.dangjian.organization.people.term.TeamRefusal.ENDED;
import static cn.dangjian.organization.people.term.TeamRefusal.UNKNOWN;
import static cn.dangjian.organization.people.term.TeamRefusal.WRONG_DAY;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提前或延期换届: a superior approves another due day, by a document and within the rule's months. */
@Service
class ShiftTerm {

    private final SessionRepository sessions;
    private final TermRules rules;

    ShiftTerm(SessionRepository sessions, TermRules rules) {
        this.sessions = sessions;
        this.rules = rules;
    }

    record ShiftRequest(
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    Session shift(long id, ShiftRequest request, Seen seen, Desk desk) {
        var session = sessions.find(id, desk.scope()).orElseThrow(UNKNOWN);
        var unit = desk.known(session.unitId()).orElseThrow();
        Appointer.require(unit, desk);
        if (session.endedOn() != null) throw ENDED.with(session.endedOn());
        seen.require(session.version());

        int months = rules.shiftMonths(unit);
        var earliest = session.regularlyDueOn().minusMonths(months);
        var latest = session.regularlyDueOn().plusMonths(months);
        if (request.dueOn().isBefore(earliest) || request.dueOn().isAfter(latest))
            throw WRONG_DAY.with(earliest, latest);
        sessions.shift(session, request.dueOn(), request.document(), desk);
        return sessions.find(id, desk.scope()).orElseThrow();
    }
}
