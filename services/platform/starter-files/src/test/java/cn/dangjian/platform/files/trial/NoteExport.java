package cn.dangjian.platform.files.trial;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.sheets.Column;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class NoteExport implements Export {

    private final NoteTable notes;

    NoteExport(NoteTable notes) {
        this.notes = notes;
    }

    @Override
    public String what() {
        return "NOTES";
    }

    @Override
    public String title() {
        return "记事";
    }

    @Override
    public List<Column> columns() {
        return NoteForm.COLUMNS;
    }

    @Override
    public List<Line> list(LocalDate day, Line after, Scope scope) {
        return notes.list(after, scope);
    }
}
