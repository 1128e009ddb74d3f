package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出: a community lists what is needed, and a resident unit what it can give to a community of its county. */
@Service
class ProposeEntry {

    private final CobuildingListRepository lists;
    private final Directory directory;
    private final Days days;

    ProposeEntry(CobuildingListRepository lists, Directory directory, Days days) {
        this.lists = lists;
        this.directory = directory;
        this.days = days;
    }

    /** @param raisedBy who needs it, a group and no person */
    record Need(String title, String text, String raisedBy, LocalDate raisedOn) {}

    record Resource(UnitId community, String title, String text) {}

    @Transactional
    Outcome need(Need need, Caller caller) {
        var here = directory.unitOf(caller);
        if (here.tier() != Tier.VILLAGE) return new Outcome.NotACommunity();
        if (need.raisedOn().isAfter(days.today())) return new Outcome.DayAhead(days.today());

        return new Outcome.Listed(lists.insert(here.id(), need));
    }

    @Transactional
    Outcome offer(Resource resource, Caller caller) {
        var here = directory.unitOf(caller);
        var found = directory.find(resource.community(), lists.area(here)).filter(unit -> !unit.isAbolished());
        if (found.isEmpty()) return new Outcome.NoSuchCommunity();
        if (!isOther(found.get(), here)) return new Outcome.NotACommunity();

        return new Outcome.Listed(lists.insert(here.id(), resource, days.today()));
    }

    private static boolean isOther(Unit community, Unit here) {
        return community.tier() == Tier.VILLAGE && !community.id().equals(here.id());
    }

    sealed interface Outcome {
        record Listed(long id) implements Outcome {}

        record NotACommunity() implements Outcome {}

        record NoSuchCommunity() implements Outcome {}

        record DayAhead(LocalDate today) implements Outcome {}
    }
}
