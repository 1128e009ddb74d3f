package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.imports.FileTable;
import cn.dangjian.organization.tree.imports.Import;
import cn.dangjian.organization.tree.imports.ImportFile;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.files.queue.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** 导入: all steps of an import that have not been done yet, each in a transaction of its own. */
@Service
class ApplyImport {

    private static final Logger log = LoggerFactory.getLogger(ApplyImport.class);

    private final FileTable files;
    private final StageFile stageFile;
    private final ApplyProvince applyProvince;
    private final ApplyTier applyTier;
    private final Days days;

    ApplyImport(FileTable files, StageFile stageFile, ApplyProvince applyProvince, ApplyTier applyTier, Days days) {
        this.files = files;
        this.stageFile = stageFile;
        this.applyProvince = applyProvince;
        this.applyTier = applyTier;
        this.days = days;
    }

    void apply(Lease<Import> lease) {
        long id = lease.work().id();
        for (ImportFile file : files.list(id)) {
            if (file.rowsRead() == null) timed("read", id, file, () -> stageFile.stage(lease, file.file()));
        }
        var day = applyProvince.since(lease.work(), days.today());
        var approval =
                new Approval(Approval.Reason.IMPORTED, null, day, lease.work().subject(), days.now(), null);
        applyProvince.apply(lease, approval);
        for (ImportFile file : files.list(id)) {
            if (!file.applied()) timed("applied", id, file, () -> applyTier.apply(lease, file, approval));
        }
    }

    private static void timed(String what, long id, ImportFile file, Runnable step) {
        long start = System.nanoTime();
        step.run();
        log.info(
                "Import {}: {} {} in {} ms", id, file.file().fileName(), what, (System.nanoTime() - start) / 1_000_000);
    }
}
