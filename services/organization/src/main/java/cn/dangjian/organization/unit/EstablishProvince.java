package cn.dangjian.organization.unit;

import cn.dangjian.organization.rule.DivisionRules;
import cn.dangjian.organization.tree.Announcements;
import cn.dangjian.organization.tree.Approval;
import cn.dangjian.organization.tree.Paths;
import cn.dangjian.organization.tree.TreeTable;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 建省: a root of the tree, which nobody above it can establish; an import does, and corrects its name. */
@Service
public class EstablishProvince {

    private final TreeTable tree;
    private final UnitRepository units;
    private final DivisionRules rules;
    private final Announcements announcements;

    EstablishProvince(TreeTable tree, UnitRepository units, DivisionRules rules, Announcements announcements) {
        this.tree = tree;
        this.units = units;
        this.rules = rules;
        this.announcements = announcements;
    }

    /** Changes nothing if the province is there under that name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void establish(String code, String name, Approval approval) {
        tree.lock();
        var found = units.findExisting(code);
        if (found.isPresent() && found.get().name().equals(name)) return;

        var province = found.map(unit -> units.update(RenameUnit.named(unit, name), approval))
                .orElseGet(() -> insert(code, name, approval));
        announcements.changed(List.of(province), approval.subject());
    }

    private Unit insert(String code, String name, Approval approval) {
        var kind = rules.kind(Tier.PROVINCE, code, name, approval.on()).orElseThrow();
        var id = new UnitId(tree.nextId());
        String path = Paths.below("", id.value());
        var unit =
                new Unit(id, null, code, name, Tier.PROVINCE, kind.kind(), kind.domain(), path, 1, approval.on(), null);
        units.insert(unit, approval);
        return unit;
    }
}
