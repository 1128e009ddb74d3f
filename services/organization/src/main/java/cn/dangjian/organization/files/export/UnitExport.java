package cn.dangjian.organization.files.export;

import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.sheets.Column;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 党组织 of a day, shown to those who may see them today. */
@Component
class UnitExport implements Export {

    private static final List<Column> COLUMNS = List.of(
            text("code", "代码"),
            text("name", "名称"),
            text("title", "全称"),
            text("tier", "层级"),
            text("kind", "类别"),
            text("domain", "城乡"),
            text("parentCode", "上级代码"),
            text("parentName", "上级名称"),
            text("validFrom", "起始日期"),
            text("until", "计划结束日期"));

    private final ExportQueries queries;

    UnitExport(ExportQueries queries) {
        this.queries = queries;
    }

    @Override
    public String what() {
        return "UNITS";
    }

    @Override
    public String title() {
        return "党组织";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public boolean isOfDays() {
        return true;
    }

    @Override
    public List<Line> list(LocalDate day, Line after, Scope scope) {
        return queries.listUnits(day, after, scope);
    }
}
