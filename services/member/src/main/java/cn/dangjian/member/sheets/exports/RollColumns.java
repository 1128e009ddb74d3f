package cn.dangjian.member.sheets.exports;

import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.member.person.code.Codes;
import cn.dangjian.member.person.number.IdentityNumber;
import cn.dangjian.member.person.privacy.Secrets;
import cn.dangjian.member.sheets.exports.RollQueries.Person;
import cn.dangjian.platform.files.export.Export.Line;
import cn.dangjian.platform.sheets.Column;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in a roll, in the words of the code tables. */
@Component
class RollColumns {

    static final List<Column> COLUMNS = List.of(
            text("id", "档案编号"),
            text("name", "姓名"),
            text("number", "公民身份号码"),
            text("sex", "性别"),
            text("birthOn", "出生日期"),
            text("ethnicity", "民族"),
            text("education", "学历"),
            text("occupation", "职业"),
            text("status", "身份"),
            text("memberClass", "党员类别"),
            text("rollSince", "起始日期"),
            text("unitCode", "所在党组织代码"),
            text("unitName", "所在党组织名称"),
            text("phone", "联系电话"),
            text("address", "家庭住址"));

    /** Keys of what is masked for whoever may not read it. */
    static final Set<String> SEALED = Set.of("number", "phone", "address");

    private final Codes codes;

    RollColumns(Codes codes) {
        this.codes = codes;
    }

    Line masked(Person person) {
        var secrets = person.secrets();
        return line(
                person,
                IdentityNumber.stored(secrets.number()).masked(),
                secrets.maskedPhone(),
                secrets.maskedAddress());
    }

    Line full(Person person) {
        Secrets secrets = person.secrets();
        return line(person, secrets.number(), secrets.phone(), secrets.address());
    }

    private Line line(Person person, String number, @Nullable String phone, @Nullable String address) {
        return new Line(
                person.path(),
                person.unit(),
                person.id(),
                List.of(
                        String.valueOf(person.id()),
                        person.name(),
                        number,
                        codes.name(Codes.SEX, person.sex().code()),
                        person.birthOn(),
                        name(Codes.ETHNICITY, person.ethnicity()),
                        name(Codes.EDUCATION, person.education()),
                        name(Codes.OCCUPATION, person.occupation()),
                        person.status().title(),
                        name(Codes.MEMBER_CLASS, person.memberClass()),
                        person.since(),
                        person.unitCode(),
                        person.unitName(),
                        phone == null ? "" : phone,
                        address == null ? "" : address));
    }

    private String name(String table, @Nullable String code) {
        return code == null ? "" : codes.name(table, code);
    }
}
