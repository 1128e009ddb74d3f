package cn.dangjian.organization.people.matter;

import cn.dangjian.organization.people.matter.ReaderRepository.Reader;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 指定查阅岗位: a county names the duty that may read, and ends that; nobody names the duty he has himself. */
@Service
class NameReader {

    private final ReaderRepository readers;
    private final Directory directory;
    private final Days days;

    NameReader(ReaderRepository readers, Directory directory, Days days) {
        this.readers = readers;
        this.directory = directory;
        this.days = days;
    }

    record Plan(String duty, LocalDate since, String document) {}

    @Transactional
    Outcome name(Plan plan, Caller caller) {
        var unit = directory.unitOf(caller);
        if (unit.tier() != Tier.COUNTY) return new Outcome.NotCounty();
        if (plan.duty().equals(caller.duty())) return new Outcome.OwnDuty();
        if (plan.since().isBefore(days.today())) return new Outcome.Past(days.today());
        long id = readers.insert(unit.id(), plan.duty(), plan.since(), plan.document(), caller.subject(), days.now());
        return new Outcome.Named(readers.find(id, Scope.own(unit.path())).orElseThrow());
    }

    @Transactional
    Outcome end(long id, Caller caller) {
        var own = Scope.own(directory.unitOf(caller).path());
        var found = readers.find(id, own);
        if (found.isEmpty()) return new Outcome.NoSuchReader();
        readers.end(found.get(), days.today());
        return new Outcome.Named(readers.find(id, own).orElseThrow());
    }

    sealed interface Outcome {
        record Named(Reader reader) implements Outcome {}

        record NotCounty() implements Outcome {}

        record OwnDuty() implements Outcome {}

        record Past(LocalDate today) implements Outcome {}

        record NoSuchReader() implements Outcome {}
    }
}
