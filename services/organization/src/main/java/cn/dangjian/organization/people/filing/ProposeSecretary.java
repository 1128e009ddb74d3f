package cn.dangjian.organization.people.filing;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提名: a township proposes a village's secretary to the county. */
@Service
class ProposeSecretary {

    private final FilingRepository filings;
    private final Clerks clerks;

    ProposeSecretary(FilingRepository filings, Clerks clerks) {
        this.filings = filings;
        this.clerks = clerks;
    }

    record Plan(UnitId village, String name, @Nullable Long account) {}

    @Transactional
    Outcome propose(Plan plan, Caller caller) {
        filings.lock(plan.village());
        var scope = clerks.scope(caller);
        if (scope.isEmpty() || clerks.village(plan.village(), caller).isEmpty()) return new Outcome.NoSuchVillage();
        if (!clerks.isTownship(caller)) return new Outcome.NotTownship();
        if (filings.isOpenFor(plan.village())) return new Outcome.Open();

        long id = filings.insert(plan.village(), plan.name(), plan.account(), clerks.says(caller));
        return new Outcome.Proposed(filings.find(id, scope.get()).orElseThrow());
    }

    sealed interface Outcome {
        record Proposed(Filing filing) implements Outcome {}

        record NoSuchVillage() implements Outcome {}

        record NotTownship() implements Outcome {}

        /** Somebody has been proposed, and nothing decided. */
        record Open() implements Outcome {}
    }
}
