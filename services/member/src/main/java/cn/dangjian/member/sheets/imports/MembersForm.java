package cn.dangjian.member.sheets.imports;

import static cn.dangjian.platform.sheets.Column.day;
import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.member.sheets.imports.CompareMembers.Known;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 党员名册: persons whose files are to be opened. */
@Component
class MembersForm implements Form {

    private static final List<Column> COLUMNS = List.of(
            text("name", "姓名"),
            text("number", "公民身份号码"),
            text("unitCode", "所在党组织代码"),
            day("appliedOn", "申请入党日期"),
            day("activistOn", "确定为积极分子日期"),
            day("objectOn", "确定为发展对象日期"),
            day("admittedOn", "接收为预备党员日期"),
            day("fullOn", "转正日期"),
            day("since", "进入所在党组织日期"),
            text("memberClass", "党员类别"),
            text("sex", "性别"),
            text("ethnicity", "民族"),
            text("education", "学历"),
            text("occupation", "职业"),
            text("phone", "联系电话"),
            text("address", "家庭住址"),
            text("document", "文号"),
            text("id", "档案编号"),
            day("birthOn", "出生日期"),
            text("status", "身份"),
            day("rollSince", "起始日期"));

    /** Columns of a roll. */
    private static final List<String> OF_ROLL = List.of(
            "name",
            "number",
            "sex",
            "birthOn",
            "ethnicity",
            "education",
            "occupation",
            "status",
            "memberClass",
            "rollSince",
            "unitCode",
            "phone",
            "address");

    /** Columns that only new files have: of somebody who has one, events are entered. */
    private static final List<String> OF_NEW =
            List.of("appliedOn", "activistOn", "objectOn", "admittedOn", "fullOn", "since", "document");

    private static final Set<String> OPTIONAL = Set.of(
            "id",
            "birthOn",
            "status",
            "rollSince",
            "appliedOn",
            "activistOn",
            "objectOn",
            "admittedOn",
            "fullOn",
            "since",
            "memberClass",
            "sex",
            "ethnicity",
            "education",
            "occupation",
            "phone",
            "address",
            "document");

    private static final Set<String> LEFT_OUT = Set.of("unitName", "所在党组织名称");

    /** The place of the column that says that a person has a file. */
    private static final int ID = 17;

    private final LineReader reader;
    private final EnterMembers enterMembers;
    private final CompareMembers compareMembers;
    private final Desks desks;

    MembersForm(LineReader reader, EnterMembers enterMembers, CompareMembers compareMembers, Desks desks) {
        this.reader = reader;
        this.enterMembers = enterMembers;
        this.compareMembers = compareMembers;
        this.desks = desks;
    }

    @Override
    public String what() {
        return "MEMBERS";
    }

    @Override
    public String help() {
        return """
            name 姓名, number 公民身份号码 (text, not a number), unitCode 所在党组织代码 (of a branch or village), appliedOn
            申请入党日期; these may be missing: activistOn, objectOn, admittedOn, fullOn, since 进入所在党组织日期,
            memberClass 党员类别 (member-class), sex 性别 (compared with the number), ethnicity 民族 (ethnicity), education 学历
            (education), occupation 职业 (occupation), phone 联系电话, address 家庭住址, document 文号, birthOn 出生日期 and
            status 身份 (compared with the number and with what the days make of him). A row with id 档案编号 is one of an
            exported roll: it is unchanged, or rejected with what differs; nothing is changed by it. Number, phone and address
            of such a row are compared in full only for posts that may read them.\
            """;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> optional() {
        return OPTIONAL;
    }

    @Override
    public Set<String> leftOut() {
        return LEFT_OUT;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Judged take(List<Row> rows, Order order) {
        var desk = desks.of(order.caller());
        var rejections = new ArrayList<Rejection>();
        var fresh = rows.stream().filter(row -> !isKnown(row)).toList();
        var lines = Cells.read(this, fresh, rejections, cells -> reader.read(cells, desk.today()));
        rejections.addAll(enterMembers.enter(lines, desk));

        var known = rows.stream().filter(MembersForm::isKnown).toList();
        var compared = compareMembers.compare(Cells.read(this, known, rejections, MembersForm::known), desk);
        rejections.addAll(compared.rejections());
        return new Judged(rejections, compared.unchanged());
    }

    private static boolean isKnown(Row row) {
        return row.cells().size() > ID && !Wording.clean(row.cells().get(ID)).isEmpty();
    }

    private static Known known(Cells cells) {
        for (String key : OF_NEW)
            if (cells.textOrNull(key) != null)
                throw cells.bad(key, LineRefusal.OF_NEW_ONLY.reason().code(), cells.title(key));
        var said = new HashMap<String, String>();
        var titles = new HashMap<String, String>();
        for (String key : OF_ROLL) {
            String text = said(cells, key);
            if (text.isEmpty()) continue;
            said.put(key, text);
            titles.put(key, cells.title(key));
        }
        return new Known(cells.line(), cells.id("id"), said, titles);
    }

    private static String said(Cells cells, String key) {
        return switch (key) {
            case "birthOn" -> Objects.toString(cells.dayOrNull(key, LineReader.EARLIEST_BIRTH), "");
            case "rollSince" -> Objects.toString(cells.dayOrNull(key), "");
            default -> cells.text(key);
        };
    }
}
