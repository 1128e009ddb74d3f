package cn.dangjian.organization.files.form;

import static cn.dangjian.platform.sheets.Column.day;
import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.organization.tree.batch.ProposeAll;
import cn.dangjian.organization.tree.batch.ProposeAll.Batch;
import cn.dangjian.organization.tree.batch.ProposeAll.Line;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 设立党组织: units that are proposed, to be approved by somebody else one tier up. */
@Component
class UnitForm implements Form {

    private static final List<Column> COLUMNS = List.of(
            text("code", "代码"),
            text("name", "名称"),
            text("kind", "类别"),
            text("parentCode", "上级代码"),
            day("until", "计划结束日期"));

    private static final Set<String> LEFT_OUT =
            Set.of("title", "全称", "tier", "层级", "domain", "城乡", "parentName", "上级名称", "validFrom", "起始日期");

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,32}");
    private static final int LONGEST_NAME = 100;

    private final ProposeAll proposeAll;
    private final Kinds kinds;

    UnitForm(ProposeAll proposeAll, Kinds kinds) {
        this.proposeAll = proposeAll;
        this.kinds = kinds;
    }

    @Override
    public String what() {
        return "UNITS";
    }

    @Override
    public String help() {
        return """
            with the parameters document, effectiveOn and, for a day that is over, reason: code 代码, name 名称, kind 类别
            (may be missing where the code says it), parentCode 上级代码, until 计划结束日期 (of temporary kinds). Each row
            becomes a proposal (变更申请) that somebody else one tier up approves: one by one, or all of the file at once.\
            """;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> optional() {
        return Set.of("kind", "until");
    }

    @Override
    public Set<String> leftOut() {
        return LEFT_OUT;
    }

    @Override
    public boolean isDecided() {
        return true;
    }

    /** A parent may stand anywhere in the file: its code is shorter than those of its children. */
    @Override
    public int turn(Row row) {
        return Wording.clean(row.cells().getFirst()).length();
    }

    @Override
    public int atOnce() {
        return 10_000;
    }

    @Override
    public Judged take(List<Row> rows, Order order) {
        var rejections = new ArrayList<Rejection>();
        var lines = Cells.read(this, rows, rejections, this::line);
        var batch = new Batch(
                order.intake(),
                Objects.requireNonNull(order.document()),
                Objects.requireNonNull(order.on()),
                order.reason(),
                lines,
                () -> all(order));
        var proposed = proposeAll.propose(batch, order.caller());
        rejections.addAll(proposed.rejections());
        return new Judged(rejections, proposed.unchanged());
    }

    private List<Line> all(Order order) {
        var all = new ArrayList<Line>();
        order.file().read(rows -> all.addAll(Cells.read(this, rows, new ArrayList<>(), this::line)));
        return all;
    }

    private Line line(Cells cells) {
        String code = cells.code("code");
        if (!CODE.matcher(code).matches()) throw cells.bad("code", "intake.code", code);
        String name = cells.name("name", LONGEST_NAME);
        String kind = cells.textOrNull("kind");
        if (kind != null) kind = kinds.named(kind).orElse(kind);
        return new Line(
                cells.line(),
                cells.codeOrNull("parentCode"),
                new Operation.NewUnit(code, name, kind, cells.dayOrNull("until")));
    }
}
