package cn.dangjian.organization.people.quota;

import cn.dangjian.organization.people.quota.QuotaRepository.Quota;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Refusal;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 核定职数: a superior sets how many seats of a post a unit has from a day on. */
@Service
class SetQuota {

    private final QuotaRepository repository;
    private final Quotas quotas;
    private final Appointer appointer;
    private final Days days;

    SetQuota(QuotaRepository repository, Quotas quotas, Appointer appointer, Days days) {
        this.repository = repository;
        this.quotas = quotas;
        this.appointer = appointer;
        this.days = days;
    }

    @Transactional
    Outcome set(Quota quota, String document, Caller caller) {
        var found = appointer.find(quota.unitId(), caller);
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.Unknown());
        var refusal = appointer.refuse(found.get(), caller);
        if (refusal != null) return new Outcome.Refused(refusal);
        if (quotas.post(quota.post(), found.get().tier()).isEmpty()) {
            return new Outcome.Refused(new Refusal.NoSuchPost(quota.post()));
        }
        var today = days.today();
        if (quota.since().isBefore(today)) {
            return new Outcome.Refused(new Refusal.WrongDay(today, today.plusYears(1)));
        }
        repository.insert(quota, document, caller.subject(), days.now());
        return new Outcome.Done();
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
