package cn.dangjian.member.sheets.exports;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.sheets.Column;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 党员名册, with number, phone and address masked. */
@Component
class MembersExport implements Export {

    private final RollQueries queries;
    private final RollColumns columns;

    MembersExport(RollQueries queries, RollColumns columns) {
        this.queries = queries;
        this.columns = columns;
    }

    @Override
    public String what() {
        return "MEMBERS";
    }

    @Override
    public String title() {
        return "党员名册";
    }

    @Override
    public List<Column> columns() {
        return RollColumns.COLUMNS;
    }

    @Override
    public List<Line> list(LocalDate day, Line after, Scope scope) {
        return queries.list(after, scope).stream().map(columns::masked).toList();
    }
}
