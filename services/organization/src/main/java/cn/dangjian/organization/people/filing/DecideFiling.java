package cn.dangjian.organization.people.filing;

import cn.dangjian.organization.tree.rule.Departments;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 联审与备案: the county writes down what the departments said and puts the secretary on file, or it is withdrawn. */
@Service
class DecideFiling {

    private final FilingRepository filings;
    private final Departments departments;
    private final Clerks clerks;

    DecideFiling(FilingRepository filings, Departments departments, Clerks clerks) {
        this.filings = filings;
        this.departments = departments;
        this.clerks = clerks;
    }

    /** One step of a filing. */
    sealed interface Step {
        record Review(
                String department,
                Filing.Result result,
                @Nullable String note) implements Step {}

        record File(String document) implements Step {}

        record Withdraw(String reason) implements Step {}
    }

    @Transactional
    Outcome decide(long id, Step step, @Nullable String ifMatch, Caller caller) {
        filings.lock(id);
        var scope = clerks.scope(caller);
        var found = scope.flatMap(visible -> filings.find(id, visible));
        if (scope.isEmpty() || found.isEmpty()) return new Outcome.NoSuchFiling();
        var filing = found.get();
        if (!mayDecide(step, caller)) return new Outcome.NotCounty();
        ETags.requireMatch(ifMatch, filing.version());
        if (filing.isClosed()) return new Outcome.Closed();

        var said = clerks.says(caller);
        switch (step) {
            case Step.Review(var department, var result, var note) -> {
                if (!departments.contains(department)) return new Outcome.NoSuchDepartment(department);
                filings.review(filing, department, result, note, said);
            }
            case Step.File(var document) -> {
                var state = filing.state(filings.listReviews(filing, scope.get()), departments.required());
                if (state != Filing.State.REVIEWED) return new Outcome.NotReviewed();
                filings.file(filing, document, said);
            }
            case Step.Withdraw(var reason) -> filings.withdraw(filing, reason, said);
        }
        return new Outcome.Decided(filings.find(id, scope.get()).orElseThrow());
    }

    /** The county decides; a township may take back what it proposed. */
    private boolean mayDecide(Step step, Caller caller) {
        return clerks.isCounty(caller) || (step instanceof Step.Withdraw && clerks.isTownship(caller));
    }

    sealed interface Outcome {
        record Decided(Filing filing) implements Outcome {}

        record NoSuchFiling() implements Outcome {}

        record NotCounty() implements Outcome {}

        record NoSuchDepartment(String department) implements Outcome {}

        /** A department has not consented. */
        record NotReviewed() implements Outcome {}

        record Closed() implements Outcome {}
    }
}
