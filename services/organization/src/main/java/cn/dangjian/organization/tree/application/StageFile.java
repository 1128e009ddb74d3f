package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.imports.DivisionFile;
import cn.dangjian.organization.tree.imports.FileTable;
import cn.dangjian.organization.tree.imports.Import;
import cn.dangjian.organization.tree.imports.ImportTable;
import cn.dangjian.organization.tree.rule.DivisionRules;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.sheets.Encoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 读取文件: reads one file into the staging table, rejecting what makes no sense by itself; whole or not at all. */
@Service
class StageFile {

    private static final int AT_ONCE = 2000;

    private final ImportTable imports;
    private final FileTable files;
    private final StagingTable staging;
    private final DivisionRules rules;
    private final Days days;

    StageFile(ImportTable imports, FileTable files, StagingTable staging, DivisionRules rules, Days days) {
        this.imports = imports;
        this.files = files;
        this.staging = staging;
        this.rules = rules;
        this.days = days;
    }

    @Transactional
    void stage(Lease<Import> lease, DivisionFile file) {
        imports.hold(lease);
        long id = lease.work().id();
        try (var bytes = files.read(id, file)) {
            var lines = new Lines(bytes, Encoding.of(() -> files.read(id, file)));
            var reader = new DivisionReader(file, lines, lease.work().provinceCode(), rules, days.today());
            files.saveRowsRead(id, file, stage(id, file, reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int stage(long id, DivisionFile file, DivisionReader reader) throws IOException {
        int rows = 0;
        var good = new ArrayList<DivisionRow.Good>();
        var bad = new ArrayList<DivisionRow.Bad>();
        for (var row = reader.next(); row != null; row = reader.next()) {
            rows++;
            switch (row) {
                case DivisionRow.Good fine -> good.add(fine);
                case DivisionRow.Bad wrong -> bad.add(wrong);
            }
            if (good.size() + bad.size() >= AT_ONCE) save(id, file, good, bad);
        }
        save(id, file, good, bad);
        return rows;
    }

    private void save(long id, DivisionFile file, List<DivisionRow.Good> good, List<DivisionRow.Bad> bad) {
        if (!good.isEmpty()) staging.insertGood(id, file, good);
        staging.insertNotes(id, file, good);
        if (!bad.isEmpty()) staging.insertBad(id, file, bad);
        good.clear();
        bad.clear();
    }
}
