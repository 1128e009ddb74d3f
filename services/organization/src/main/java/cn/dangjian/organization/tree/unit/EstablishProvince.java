package cn.dangjian.organization.tree.unit;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.rule.DivisionRules;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 建省: a root of the tree, which nobody above it can establish; an import does, and corrects its name. */
@Service
public class EstablishProvince {

    private final Tree tree;
    private final UnitRepository units;
    private final DivisionRules rules;

    EstablishProvince(Tree tree, UnitRepository units, DivisionRules rules) {
        this.tree = tree;
        this.units = units;
        this.rules = rules;
    }

    /** Since when there is a province with the code. */
    public Optional<LocalDate> foundedOn(String code) {
        return units.findExisting(code).map(Unit::validFrom);
    }

    /** Changes nothing if the province is there under that name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void establish(String code, String name, Approval approval) {
        tree.lock();
        var found = units.findExisting(code);
        if (found.isPresent() && found.get().name().equals(name)) return;

        var province = found.map(unit -> renamed(unit, name, approval)).orElseGet(() -> first(code, name, approval));
        tree.save(List.of(province), List.of(), approval);
    }

    private Timeline renamed(Unit unit, String name, Approval approval) {
        var timeline = tree.timelines(List.of(unit.id())).get(unit.id());
        if (timeline == null)
            throw new IllegalStateException("Unit " + unit.id().value() + " has no past");
        return timeline.with(approval.on(), approval, Period::name, Period.named(name));
    }

    private Timeline first(String code, String name, Approval approval) {
        var kind = rules.kind(Tier.PROVINCE, code, name, approval.on()).orElseThrow();
        return Timeline.beginning(new Period(
                tree.nextId(),
                approval.on(),
                Period.FOREVER,
                false,
                null,
                null,
                code,
                name,
                Tier.PROVINCE,
                kind.kind(),
                kind.domain(),
                approval));
    }
}
