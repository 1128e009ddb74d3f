package cn.dangjian.organization.files.export;

import static cn.dangjian.organization.sheet.Column.number;
import static cn.dangjian.organization.sheet.Column.text;

import cn.dangjian.organization.sheet.Column;
import java.util.List;

/** What can be exported, and with which columns. */
enum What {
    /** 党组织. */
    UNITS(
            "党组织",
            text("code", "代码"),
            text("name", "名称"),
            text("title", "全称"),
            text("tier", "层级"),
            text("kind", "类别"),
            text("domain", "城乡"),
            text("parentCode", "上级代码"),
            text("parentName", "上级名称"),
            text("validFrom", "起始日期"),
            text("until", "计划结束日期")),
    /** 单位台账; the first columns are those of an import. */
    REGISTER(
            "单位台账",
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
            text("coveredSince", "覆盖起始日期")),
    /** 班子成员. */
    TEAMS(
            "班子成员",
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

    private final String title;
    /** Made by List.of, which nobody can change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> columns;

    What(String title, Column... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    String title() {
        return title;
    }

    List<Column> columns() {
        return columns;
    }
}
