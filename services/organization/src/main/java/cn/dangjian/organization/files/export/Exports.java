package cn.dangjian.organization.files.export;

import static org.springframework.http.HttpStatus.CONFLICT;

import cn.dangjian.organization.files.export.ExportQueries.Line;
import cn.dangjian.organization.sheet.SheetWriter;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Reads page by page; whoever loses a part of the tree meanwhile gets nothing of it. */
@Component
class Exports {

    private final ExportQueries queries;
    private final Directory directory;

    Exports(ExportQueries queries, Directory directory) {
        this.queries = queries;
        this.directory = directory;
    }

    void write(What what, LocalDate day, Caller caller, SheetWriter sheet) throws IOException {
        var scope = scope(caller);
        var page = queries.list(what, day, Line.START, scope);
        while (!page.isEmpty()) {
            for (var line : page) sheet.row(line.cells());
            if (!scope(caller).equals(scope)) throw new ProblemException(CONFLICT, "export.scope-changed");
            page = queries.list(what, day, page.getLast(), scope);
        }
    }

    private Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }
}
