package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.application.TierTable.Rows;
import cn.dangjian.organization.tree.imports.FileTable;
import cn.dangjian.organization.tree.imports.Import;
import cn.dangjian.organization.tree.imports.ImportFile;
import cn.dangjian.organization.tree.imports.ImportTable;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.platform.files.queue.Lease;
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

    private final ImportTable imports;
    private final FileTable files;
    private final TierTable tier;
    private final TreeOfImport tree;

    ApplyTier(ImportTable imports, FileTable files, TierTable tier, TreeOfImport tree) {
        this.imports = imports;
        this.files = files;
        this.tier = tier;
        this.tree = tree;
    }

    @Transactional
    void apply(Lease<Import> lease, ImportFile file, Approval approval) {
        tree.lock();
        imports.hold(lease);
        var rows = new Rows(lease.work().id(), file.file());
        tier.rejectDuplicates(rows);
        tree.keepForms(rows);
        tier.findKnown(rows);
        tier.rejectAbolished(rows);
        tier.rejectPlanned(rows);
        tier.rejectOrphans(rows);
        tree.establish(rows, approval);
        tree.change(rows, approval);
        tier.reportRejected(rows);
        files.saveApplied(lease.work().id(), tier.result(rows, file));
    }
}
