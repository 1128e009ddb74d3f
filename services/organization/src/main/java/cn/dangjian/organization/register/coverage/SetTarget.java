package cn.dangjian.organization.register.coverage;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.math.BigDecimal;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 年度目标: a county or above sets which rate of coverage its subtree is to reach in a year, by a document. */
@Service
class SetTarget {

    private static final Set<Tier> SETTERS = Set.of(Tier.PROVINCE, Tier.CITY, Tier.COUNTY);

    private final TargetRepository targets;
    private final CodeTables codes;
    private final Directory directory;
    private final Days days;

    SetTarget(TargetRepository targets, CodeTables codes, Directory directory, Days days) {
        this.targets = targets;
        this.codes = codes;
        this.directory = directory;
        this.days = days;
    }

    record Plan(int year, String type, BigDecimal percent, String document) {}

    @Transactional
    Outcome set(Plan plan, Caller caller) {
        var unit = directory.unitOf(caller);
        if (!SETTERS.contains(unit.tier())) return new Outcome.NotYours();
        if (!codes.knows("unit-type", plan.type())) return new Outcome.TypeUnknown(plan.type());
        if (plan.year() < days.today().getYear()) return new Outcome.Past(plan.year());

        var said = new TargetRepository.Said(caller.subject(), days.now());
        targets.insert(unit.id().value(), plan.year(), plan.type(), plan.percent(), plan.document(), said);
        return new Outcome.Done();
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        record NotYours() implements Outcome {}

        record TypeUnknown(String type) implements Outcome {}

        record Past(int year) implements Outcome {}
    }
}
