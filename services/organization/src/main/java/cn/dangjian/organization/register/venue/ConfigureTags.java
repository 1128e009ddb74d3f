package cn.dangjian.organization.register.venue;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 阵地标准: a county says what it asks of a venue, for example its 五统一, by a document. */
@Service
class ConfigureTags {

    private final VenueTagRepository tags;
    private final Directory directory;

    ConfigureTags(VenueTagRepository tags, Directory directory) {
        this.tags = tags;
        this.directory = directory;
    }

    record Plan(String tag, String title, String document, LocalDate since) {}

    @Transactional
    Outcome set(Plan plan, Caller caller) {
        var county = directory.unitOf(caller);
        if (county.tier() != Tier.COUNTY) return new Outcome.NotACounty();
        if (tags.exists(county, plan.tag())) return new Outcome.ThereAlready(plan.tag());

        return new Outcome.Set(tags.insert(county, plan));
    }

    @Transactional
    Outcome end(long id, LocalDate day, Caller caller) {
        var found = tags.find(id, Scope.own(directory.unitOf(caller).path()));
        if (found.isEmpty()) return new Outcome.NoSuchTag();
        if (day.isBefore(found.get().since())) return new Outcome.DayUnfit();

        tags.end(id, day);
        return new Outcome.Set(id);
    }

    sealed interface Outcome {
        record Set(long tag) implements Outcome {}

        record NotACounty() implements Outcome {}

        record ThereAlready(String tag) implements Outcome {}

        record NoSuchTag() implements Outcome {}

        record DayUnfit() implements Outcome {}
    }
}
