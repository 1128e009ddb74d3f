package cn.dangjian.organization.tree.imports;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提交导入: the administrator asks that what was uploaded becomes units; asking twice is asking once. */
@Service
class QueueImport {

    private final ImportTable imports;
    private final FileTable files;

    QueueImport(ImportTable imports, FileTable files) {
        this.imports = imports;
        this.files = files;
    }

    @Transactional
    Outcome queue(long importId) {
        var found = imports.lock(importId);
        if (found.isEmpty()) return new Outcome.NoSuchImport();
        var state = found.get().state();
        if (state != Import.State.UPLOADING && state != Import.State.FAILED) return new Outcome.Queued(found.get());
        if (files.list(importId).stream().allMatch(file -> file.length() == 0)) return new Outcome.Empty();

        imports.queue(importId);
        return new Outcome.Queued(imports.lock(importId).orElseThrow());
    }

    sealed interface Outcome {
        record Queued(Import imported) implements Outcome {}

        record NoSuchImport() implements Outcome {}

        record Empty() implements Outcome {}
    }
}
