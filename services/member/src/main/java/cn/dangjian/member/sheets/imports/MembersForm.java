package cn.dangjian.member.sheets.imports;

import static cn.dangjian.platform.files.sheet.Column.text;

import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.files.sheet.Column;
import cn.dangjian.platform.files.sheet.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 党员名册: persons whose files are to be opened. */
@Component
class MembersForm implements Form {

    private static final List<Column> COLUMNS = List.of(
            text("name", "姓名"),
            text("number", "公民身份号码"),
            text("unitCode", "所在党组织代码"),
            text("appliedOn", "申请入党日期"),
            text("activistOn", "确定为积极分子日期"),
            text("objectOn", "确定为发展对象日期"),
            text("admittedOn", "接收为预备党员日期"),
            text("fullOn", "转正日期"),
            text("since", "进入所在党组织日期"),
            text("memberClass", "党员类别"),
            text("sex", "性别"),
            text("ethnicity", "民族"),
            text("education", "学历"),
            text("occupation", "职业"),
            text("phone", "联系电话"),
            text("address", "家庭住址"),
            text("document", "文号"));

    private static final Set<String> OPTIONAL = Set.of(
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

    private static final Set<String> LEFT_OUT = Set.of("id", "档案编号", "status", "身份", "unitName", "所在党组织名称");

    private final LineReader reader;
    private final EnterMembers enterMembers;
    private final Desks desks;

    MembersForm(LineReader reader, EnterMembers enterMembers, Desks desks) {
        this.reader = reader;
        this.enterMembers = enterMembers;
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
            (education), occupation 职业 (occupation), phone 联系电话, address 家庭住址, document 文号.\
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
    public List<Rejection> take(List<Row> rows, Order order) {
        var desk = desks.of(order.caller());
        var rejections = new ArrayList<Rejection>();
        var lines = Cells.read(this, rows, rejections, cells -> reader.read(cells, desk.today()));
        rejections.addAll(enterMembers.enter(lines, desk));
        return rejections;
    }
}
