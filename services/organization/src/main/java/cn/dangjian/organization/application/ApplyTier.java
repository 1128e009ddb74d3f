package cn.dangjian.organization.application;

import cn.dangjian.organization.application.TierTable.Rows;
import cn.dangjian.organization.imports.FileTable;
import cn.dangjian.organization.imports.ImportFile;
import cn.dangjian.organization.imports.ImportTable;
import cn.dangjian.organization.imports.Lease;
import cn.dangjian.organization.tree.Announcements;
import cn.dangjian.organization.tree.Approval;
import cn.dangjian.organization.tree.TreeTable;
import cn.dangjian.platform.directory.Unit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 入库: makes units of one file's rows, and renames those whose names have changed.
 *
 * <p>One transaction per tier and not one for all: the upper tiers' events are on their way while the villages are still
 * being written, and a process that dies leaves a smaller tree that is whole, from which the next one goes on. A tier's
 * figures are stored with its units, so that none is counted twice.
 */
@Service
class ApplyTier {

    private static final int ANNOUNCED_AT_ONCE = 2000;

    private final ImportTable imports;
    private final FileTable files;
    private final TierTable tier;
    private final TreeTable tree;
    private final Announcements announcements;

    ApplyTier(ImportTable imports, FileTable files, TierTable tier, TreeTable tree, Announcements announcements) {
        this.imports = imports;
        this.files = files;
        this.tier = tier;
        this.tree = tree;
        this.announcements = announcements;
    }

    @Transactional
    void apply(Lease lease, ImportFile file, Approval approval) {
        tree.lock();
        imports.hold(lease);
        var rows = new Rows(lease.imported().id(), file.file());
        tier.rejectDuplicates(rows);
        tier.findKnown(rows);
        tier.rejectAbolished(rows);
        tier.rejectOrphans(rows);
        tier.number(rows, tree.nextId());
        tier.establish(rows, approval);
        tier.change(rows, approval);
        tier.remember(rows, approval);
        tier.reportRejected(rows);
        announce(rows, approval);
        files.saveApplied(lease.imported().id(), tier.result(rows, file));
    }

    private void announce(Rows rows, Approval approval) {
        long after = 0;
        List<Unit> touched;
        do {
            touched = tier.listTouched(rows, after, ANNOUNCED_AT_ONCE);
            announcements.changed(touched, approval.subject());
            if (!touched.isEmpty()) after = touched.getLast().id().value();
        } while (touched.size() == ANNOUNCED_AT_ONCE);
    }
}
