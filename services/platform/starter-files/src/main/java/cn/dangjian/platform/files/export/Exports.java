package cn.dangjian.platform.files.export;

import static cn.dangjian.platform.files.export.ExportRefusal.SCOPE_CHANGED;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export.Line;
import cn.dangjian.platform.sheets.SheetWriter;
import cn.dangjian.platform.web.caller.Caller;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads page by page; whoever loses a part of the tree meanwhile gets nothing of it. */
@Component
class Exports {

    private final List<Export> exports;
    private final Directory directory;

    Exports(List<Export> exports, Directory directory) {
        this.exports = exports;
        this.directory = directory;
    }

    Optional<Export> find(String what) {
        return exports.stream().filter(export -> export.what().equals(what)).findFirst();
    }

    /** Answers how many rows there are. */
    int write(Export export, LocalDate day, Caller caller, SheetWriter sheet) throws IOException {
        int rows = 0;
        var scope = scope(caller);
        var page = export.list(day, Line.START, scope);
        while (!page.isEmpty()) {
            for (var line : page) sheet.row(line.cells());
            rows += page.size();
            SCOPE_CHANGED.unless(scope(caller).equals(scope));
            page = export.list(day, page.getLast(), scope);
        }
        return rows;
    }

    private Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }
}
