package cn.dangjian.organization.files.export;

import static cn.dangjian.platform.sheets.Column.number;
import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.sheets.Column;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 单位台账; the first columns are those of an import. */
@Component
class RegisterExport implements Export {

    private static final List<Column> COLUMNS = List.of(
            text("name", "单位名称"),
            text("creditCode", "统一社会信用代码"),
            text("type", "单位类型"),
            number("employees", "从业人数"),
            number("members", "党员人数"),
            text("placeCode", "所在地代码"),
            text("on", "起始日期"),
            text("placeName", "所在地名称"),
            text("partyUnitCode", "覆盖党组织代码"),
            text("partyUnitName", "覆盖党组织名称"),
            text("founding", "组建方式"),
            text("coveredSince", "覆盖起始日期"));

    private final RegisterPageQueries queries;

    RegisterExport(RegisterPageQueries queries) {
        this.queries = queries;
    }

    @Override
    public String what() {
        return "REGISTER";
    }

    @Override
    public String title() {
        return "单位台账";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<Line> list(LocalDate day, Line after, Scope scope) {
        return queries.list(day, after, scope);
    }
}
