package cn.dangjian.organization.people.filing;

import static cn.dangjian.organization.people.filing.FilingRefusal.NOT_REVIEWED;
import static cn.dangjian.organization.people.filing.FilingRefusal.NO_SUCH_DEPARTMENT;
import static cn.dangjian.organization.people.filing.FilingStep.FILED;
import static cn.dangjian.organization.people.filing.FilingStep.REVIEWED;
import static cn.dangjian.organization.people.filing.FilingStep.WITHDRAWN;

import cn.dangjian.organization.people.filing.Filing.State;
import cn.dangjian.organization.tree.rule.Departments;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 联审与备案: the county writes down what the departments said and puts the secretary on file, or it is withdrawn. */
@Service
class DecideFiling {

    private final FilingRepository filings;
    private final Departments departments;
    private final Cases<State, FilingStep> cases;

    DecideFiling(FilingRepository filings, Departments departments, CaseStore store) {
        this.filings = filings;
        this.departments = departments;
        this.cases = store.of(FilingStep.KIND);
    }

    record ReviewRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,31}") String department,
            @NotNull Filing.Result result,
            @Nullable @Size(max = 500) String note) {}

    @Transactional
    Filing review(long id, ReviewRequest request, Seen seen, Desk desk) {
        var said = Said.today(desk).note(request.department() + " " + request.result());
        var held = cases.hold(id, desk).may(REVIEWED, said, seen);
        if (!departments.contains(request.department())) throw NO_SUCH_DEPARTMENT.with(request.department());

        held.take();
        filings.review(id, request, desk);
        return filings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Filing file(long id, String document, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(FILED, Said.today(desk).by(document), seen);
        var filing = filings.find(id, desk.scope()).orElseThrow();
        var state = filing.state(filings.listReviews(id, desk.scope()), departments.required());
        NOT_REVIEWED.unless(state == State.REVIEWED);

        held.take();
        return filings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Filing withdraw(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk).may(WITHDRAWN, Said.today(desk).note(reason), seen).take();
        return filings.find(id, desk.scope()).orElseThrow();
    }
}
