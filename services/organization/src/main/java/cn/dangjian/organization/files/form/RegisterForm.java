package cn.dangjian.organization.files.form;

import static cn.dangjian.platform.sheets.Column.day;
import static cn.dangjian.platform.sheets.Column.number;
import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.organization.register.entry.EnterUnits;
import cn.dangjian.organization.register.entry.EnterUnits.Line;
import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 单位台账: units that are entered into the register. */
@Component
class RegisterForm implements Form {

    private static final List<Column> COLUMNS = List.of(
            text("name", "单位名称"),
            text("creditCode", "统一社会信用代码"),
            text("type", "单位类型"),
            number("employees", "从业人数"),
            number("members", "党员人数"),
            text("placeCode", "所在地代码"),
            day("on", "起始日期"));

    private static final Set<String> LEFT_OUT = Set.of(
            "placeName",
            "所在地名称",
            "partyUnitCode",
            "覆盖党组织代码",
            "partyUnitName",
            "覆盖党组织名称",
            "founding",
            "组建方式",
            "coveredSince",
            "覆盖起始日期");

    private static final int LONGEST_NAME = 200;

    /** Those who register units for the state began with it. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private final EnterUnits enterUnits;
    private final CodeTables codes;

    RegisterForm(EnterUnits enterUnits, CodeTables codes) {
        this.enterUnits = enterUnits;
        this.codes = codes;
    }

    @Override
    public String what() {
        return "REGISTER";
    }

    @Override
    public String help() {
        return """
            name 单位名称, creditCode 统一社会信用代码 (may be missing), type 单位类型 (unit-type), employees 从业人数,
            members 党员人数, placeCode 所在地代码 (the code of the township or village), on 起始日期.\
            """;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> optional() {
        return Set.of("creditCode");
    }

    @Override
    public Set<String> leftOut() {
        return LEFT_OUT;
    }

    @Override
    public Judged take(List<Row> rows, Order order) {
        var rejections = new ArrayList<Rejection>();
        var lines = Cells.read(this, rows, rejections, this::line);
        var entered = enterUnits.enter(lines, order.caller());
        rejections.addAll(entered.rejections());
        return new Judged(rejections, entered.unchanged());
    }

    private Line line(Cells cells) {
        String name = cells.name("name", LONGEST_NAME);
        String type = cells.given("type");
        return new Line(
                cells.line(),
                name,
                cells.codeOrNull("creditCode"),
                codes.named("unit-type", type).orElse(type),
                cells.count("employees"),
                cells.count("members"),
                cells.code("placeCode"),
                cells.dayFrom("on", EARLIEST));
    }
}
