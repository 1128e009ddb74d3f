package cn.dangjian.organization.field.contact;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 联点包片: an office names its officials and says which units below are whose contact points. */
@Service
class LinkLeader {

    private final ContactLeaderRepository leaders;
    private final ContactLinkRepository links;
    private final Directory directory;
    private final Days days;

    LinkLeader(ContactLeaderRepository leaders, ContactLinkRepository links, Directory directory, Days days) {
        this.leaders = leaders;
        this.links = links;
        this.directory = directory;
        this.days = days;
    }

    /** @param to the last day; null while it lasts */
    record Plan(
            long leader,
            UnitId unit,
            Kind kind,
            LocalDate from,
            @Nullable LocalDate to) {}

    @Transactional
    long name(String name, String duty, @Nullable Long account, Caller caller) {
        directory.unitOf(caller);
        return leaders.insert(name, duty, account, caller, days.now());
    }

    @Transactional
    Outcome link(Plan plan, Caller caller) {
        var here = directory.unitOf(caller);
        if (leaders.find(plan.leader(), Scope.own(here.path())).isEmpty()) return new Outcome.NoSuchLeader();
        var found = directory.find(plan.unit(), Scope.subtree(here.path())).filter(unit -> !unit.isAbolished());
        if (found.isEmpty()) return new Outcome.NoSuchUnit();

        if (found.get().id().equals(here.id()) || !plan.kind().fits(found.get().tier())) return new Outcome.KindUnfit();
        if (plan.to() != null && plan.to().isBefore(plan.from())) return new Outcome.DaysUnfit();
        if (links.overlaps(plan)) return new Outcome.LinkedAlready();

        return new Outcome.Linked(links.insert(plan));
    }

    @Transactional
    Outcome end(long id, LocalDate day, @Nullable String ifMatch, Caller caller) {
        var here = directory.unitOf(caller);
        var found = links.find(id, Scope.subtree(here.path()));
        if (found.isEmpty()) return new Outcome.NoSuchLink();

        var link = found.get();
        if (!link.office().equals(here.id())) return new Outcome.NotYours();
        ETags.requireMatch(ifMatch, link.version());
        boolean later = link.toDay() != null && link.toDay().isBefore(day);
        if (later || day.isBefore(link.fromDay())) return new Outcome.DaysUnfit();

        links.end(link, day);
        return new Outcome.Linked(id);
    }

    sealed interface Outcome {
        record Linked(long link) implements Outcome {}

        record NoSuchLeader() implements Outcome {}

        record NoSuchUnit() implements Outcome {}

        record NoSuchLink() implements Outcome {}

        record NotYours() implements Outcome {}

        record KindUnfit() implements Outcome {}

        record DaysUnfit() implements Outcome {}

        record LinkedAlready() implements Outcome {}
    }
}
