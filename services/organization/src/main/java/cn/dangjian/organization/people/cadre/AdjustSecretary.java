package cn.dangjian.organization.people.cadre;

import cn.dangjian.organization.people.cadre.AdjustmentRepository.Adjustment;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 调整撤换: a township or county writes down which village secretary was replaced, and for which of the known reasons. */
@Service
class AdjustSecretary {

    private final AdjustmentRepository adjustments;
    private final Tags tags;
    private final Directory directory;
    private final Days days;

    AdjustSecretary(AdjustmentRepository adjustments, Tags tags, Directory directory, Days days) {
        this.adjustments = adjustments;
        this.tags = tags;
        this.directory = directory;
        this.days = days;
    }

    @Transactional
    Outcome adjust(Adjustment adjustment, Caller caller) {
        var own = directory.unitOf(caller);
        var village = directory
                .find(adjustment.unit(), Scope.subtree(own.path()))
                .filter(unit -> unit.tier() == Tier.VILLAGE && !unit.isAbolished());
        if (village.isEmpty()) return new Outcome.NoSuchVillage();
        if (own.tier() == Tier.VILLAGE) return new Outcome.NotYours();
        if (adjustment.adjustedOn().isAfter(days.today())) return new Outcome.Future();
        if (!tags.knowsAll(adjustment.tags(), "ADJUSTMENT", village.get())) return new Outcome.NoSuchTag();
        return new Outcome.Done(adjustments.insert(adjustment, caller.subject(), days.now()));
    }

    sealed interface Outcome {
        record Done(long id) implements Outcome {}

        record NoSuchVillage() implements Outcome {}

        record NotYours() implements Outcome {}

        record Future() implements Outcome {}

        record NoSuchTag() implements Outcome {}
    }
}
