package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.announcement.Announcements;
import cn.dangjian.organization.tree.application.TierTable.ChangedRow;
import cn.dangjian.organization.tree.application.TierTable.Rows;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.Unit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an import does to the tree: new units by set, for there are tens of thousands; changes one by one, for they are few. */
@Component
class TreeOfImport {

    private static final int AT_ONCE = 2000;
    private static final List<String> WITH_FORMS = List.of("VILLAGE_ORGANIZATION", "COMMUNITY_ORGANIZATION");

    private final Tree tree;
    private final TierTable tier;
    private final Kinds kinds;
    private final Announcements announcements;

    TreeOfImport(Tree tree, TierTable tier, Kinds kinds, Announcements announcements) {
        this.tree = tree;
        this.tier = tier;
        this.kinds = kinds;
        this.announcements = announcements;
    }

    void lock() {
        tree.lock();
    }

    void keepForms(Rows rows) {
        for (var kind : WITH_FORMS) tier.keepForms(rows, kind, kinds.forms(kind));
    }

    void establish(Rows rows, Approval approval) {
        tier.number(rows, tree.nextId().value());
        tree.establish(
                new Tree.Staged(
                        rows.importId(), rows.file().number(), rows.file().tier()),
                approval);
        long after = 0;
        List<Unit> established;
        do {
            established = tier.listEstablished(rows, after, AT_ONCE);
            announcements.established(established, approval.subject());
            if (!established.isEmpty()) after = established.getLast().id().value();
        } while (established.size() == AT_ONCE);
    }

    void change(Rows rows, Approval approval) {
        var changed = tier.listChanged(rows);
        for (int from = 0; from < changed.size(); from += AT_ONCE) {
            change(changed.subList(from, Math.min(from + AT_ONCE, changed.size())), approval);
        }
    }

    private void change(List<ChangedRow> rows, Approval approval) {
        var timelines = tree.timelines(rows.stream().map(ChangedRow::unit).toList());
        var next = new ArrayList<Timeline>(rows.size());
        for (var row : rows) {
            var timeline = timelines.get(row.unit());
            if (timeline == null)
                throw new IllegalStateException("Unit " + row.unit().value() + " has no past");
            var now = timeline.at(approval.on()).orElseThrow();
            if (!now.name().equals(row.name()))
                timeline = timeline.with(approval.on(), approval, Period::name, Period.named(row.name()));
            if (!now.kind().equals(row.kind()) || !now.domain().equals(row.domain()))
                timeline =
                        timeline.with(approval.on(), approval, Period::kind, Period.ofKind(row.kind(), row.domain()));
            next.add(timeline);
        }
        tree.save(next, List.of(), approval);
    }
}
