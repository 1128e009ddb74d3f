package cn.dangjian.organization.files.form;

import static cn.dangjian.platform.sheets.Column.day;
import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.organization.people.team.EnterSeats;
import cn.dangjian.organization.people.team.EnterSeats.Line;
import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 班子成员: people who take a seat in their unit's term, or leave one. */
@Component
class TeamForm implements Form {

    private static final List<Column> COLUMNS = List.of(
            text("unitCode", "党组织代码"),
            text("post", "职务代码"),
            text("postName", "职务"),
            text("name", "姓名"),
            day("from", "任职日期"),
            day("to", "离任日期"),
            text("fullTime", "是否专职"),
            text("note", "离任说明"));

    private static final Set<String> LEFT_OUT = Set.of("unitName", "党组织名称", "session", "届次", "dueOn", "届满日期");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 200;

    private final EnterSeats enterSeats;
    private final Posts posts;

    TeamForm(EnterSeats enterSeats, Posts posts) {
        this.enterSeats = enterSeats;
        this.posts = posts;
    }

    @Override
    public String what() {
        return "TEAMS";
    }

    @Override
    public String help() {
        return """
            unitCode 党组织代码, post 职务代码 or postName 职务, name 姓名, from 任职日期, to 离任日期 (may be missing; given
            for somebody who sits there, it ends the seat), fullTime 是否专职, note 离任说明 (may be missing). Within a unit
            the same name is the same person, whatever its dots and blanks.\
            """;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> optional() {
        return Set.of("post", "postName", "to", "note");
    }

    @Override
    public Set<String> leftOut() {
        return LEFT_OUT;
    }

    @Override
    public Judged take(List<Row> rows, Order order) {
        var rejections = new ArrayList<Rejection>();
        var lines = Cells.read(this, rows, rejections, this::line);
        var entered = enterSeats.enter(lines, order.caller());
        rejections.addAll(entered.rejections());
        return new Judged(rejections, entered.unchanged());
    }

    private Line line(Cells cells) {
        String unit = cells.code("unitCode");
        String told = cells.textOrNull("post");
        String post = told == null ? cells.given("postName") : told;
        return new Line(
                cells.line(),
                unit,
                posts.named(post).orElse(post),
                cells.name("name", LONGEST_NAME),
                cells.day("from"),
                cells.dayOrNull("to"),
                cells.isYes("fullTime"),
                cells.nameOrNull("note", LONGEST_NOTE));
    }
}
