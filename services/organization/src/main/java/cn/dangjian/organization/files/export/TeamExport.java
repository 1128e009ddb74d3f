package cn.dangjian.organization.files.export;

import static cn.dangjian.platform.sheets.Column.number;
import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.sheets.Column;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 班子成员. */
@Component
class TeamExport implements Export {

    private static final List<Column> COLUMNS = List.of(
            text("unitCode", "党组织代码"),
            text("unitName", "党组织名称"),
            number("session", "届次"),
            text("dueOn", "届满日期"),
            text("post", "职务代码"),
            text("postName", "职务"),
            text("name", "姓名"),
            text("from", "任职日期"),
            text("to", "离任日期"),
            text("fullTime", "是否专职"));

    private final ExportQueries queries;

    TeamExport(ExportQueries queries) {
        this.queries = queries;
    }

    @Override
    public String what() {
        return "TEAMS";
    }

    @Override
    public String title() {
        return "班子成员";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<Line> list(LocalDate day, Line after, Scope scope) {
        return queries.listTeams(day, after, scope);
    }
}
