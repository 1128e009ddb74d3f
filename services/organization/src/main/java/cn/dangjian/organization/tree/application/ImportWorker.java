package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.imports.Applications;
import cn.dangjian.organization.tree.imports.FileTable;
import cn.dangjian.organization.tree.imports.Import;
import cn.dangjian.organization.tree.imports.ImportSettings;
import cn.dangjian.organization.tree.imports.ImportTable;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.files.queue.Worker;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Applies queued imports. */
@Component
class ImportWorker extends Worker<Import> implements Applications {

    private final ImportTable imports;
    private final FileTable files;
    private final StagingTable staging;
    private final ApplyImport applyImport;

    ImportWorker(
            ImportTable imports,
            FileTable files,
            StagingTable staging,
            ApplyImport applyImport,
            ImportSettings settings) {
        super("import-worker", settings.poll());
        this.imports = imports;
        this.files = files;
        this.staging = staging;
        this.applyImport = applyImport;
    }

    @Override
    protected Optional<Lease<Import>> claim() {
        return imports.claim();
    }

    @Override
    protected boolean work(Lease<Import> lease) {
        applyImport.apply(lease);
        return true;
    }

    @Override
    protected void done(Lease<Import> lease) {
        imports.end(lease, Import.State.DONE);
        forget(lease.id());
    }

    @Override
    protected void release(Lease<Import> lease) {
        imports.end(lease, Import.State.QUEUED);
    }

    @Override
    protected void failed(Lease<Import> lease) {
        imports.end(lease, Import.State.FAILED);
    }

    @Override
    protected boolean tidy() {
        var found = imports.forgetAbandoned();
        found.ifPresent(this::forget);
        return found.isPresent();
    }

    private void forget(long id) {
        files.forgetBytes(id);
        staging.forgetRows(id);
    }
}
