package cn.dangjian.organization.field.screening;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 部署排查: a county opens the yearly screening of its units, once a year. */
@Service
class OpenScreening {

    private final ScreeningRepository batches;
    private final Directory directory;
    private final Days days;

    OpenScreening(ScreeningRepository batches, Directory directory, Days days) {
        this.batches = batches;
        this.directory = directory;
        this.days = days;
    }

    record Plan(int year, String document, LocalDate from, LocalDate to) {}

    @Transactional
    Outcome open(Plan plan, Caller caller) {
        var county = directory.unitOf(caller);
        if (county.tier() != Tier.COUNTY) return new Outcome.NotACounty();
        if (plan.from().getYear() != plan.year() || plan.to().isBefore(plan.from())) return new Outcome.DaysUnfit();
        if (batches.exists(county.id().value(), plan.year())) return new Outcome.OpenAlready(plan.year());

        var at = days.now().atOffset(ZoneOffset.UTC);
        return new Outcome.Opened(batches.insert(county.id().value(), plan, caller.subject(), at));
    }

    sealed interface Outcome {
        record Opened(long id) implements Outcome {}

        record NotACounty() implements Outcome {}

        record DaysUnfit() implements Outcome {}

        record OpenAlready(int year) implements Outcome {}
    }
}
