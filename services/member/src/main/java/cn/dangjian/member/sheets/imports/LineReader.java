package cn.dangjian.member.sheets.imports;

import static cn.dangjian.member.person.register.MemberRefusal.DAY_AHEAD;
import static cn.dangjian.member.person.register.MemberRefusal.NO_SUCH_CODE;
import static cn.dangjian.member.sheets.imports.LineRefusal.BIRTH_DIFFERS;
import static cn.dangjian.member.sheets.imports.LineRefusal.OF_ROLL_ONLY;
import static cn.dangjian.member.sheets.imports.LineRefusal.SEX_DIFFERS;
import static cn.dangjian.member.sheets.imports.LineRefusal.STATUS_DIFFERS;
import static cn.dangjian.member.sheets.imports.LineRefusal.WRONG_PHONE;

import cn.dangjian.member.person.code.Code;
import cn.dangjian.member.person.code.Codes;
import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.register.FileText;
import cn.dangjian.member.person.register.FileTexts;
import cn.dangjian.member.person.register.NewMember.Way;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Cells.BadCellException;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.platform.web.problem.Refusal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one row; codes may be written as such or in Chinese. What it rejects names columns and days, never a cell. */
@Component
class LineReader {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_DOCUMENT = 100;
    /** Members who are on a roll were born before the Party was. */
    static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{5,20}");

    private final FileTexts texts;
    private final Codes codes;

    LineReader(FileTexts texts, Codes codes) {
        this.texts = texts;
        this.codes = codes;
    }

    private record Typed(
            String name,
            String number,
            @Nullable String ethnicity,
            @Nullable String education,
            @Nullable String occupation,
            @Nullable String phone,
            @Nullable String address)
            implements FileTexts.Typed {
        /** Never in a log. */
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    MemberLine read(Cells cells, LocalDate today) {
        var typed = new Typed(
                cells.name("name", LONGEST_NAME),
                cells.digits("number"),
                code(cells, "ethnicity", Codes.ETHNICITY),
                code(cells, "education", Codes.EDUCATION),
                code(cells, "occupation", Codes.OCCUPATION),
                phone(cells),
                cells.nameOrNull("address", LONGEST_ADDRESS));
        var file = file(cells, typed, today);
        String sex = code(cells, "sex", Codes.SEX);
        if (sex != null && !sex.equals(file.number().sex().code())) throw bad(cells, "sex", SEX_DIFFERS);
        var birth = cells.dayOrNull("birthOn", EARLIEST_BIRTH);
        if (birth != null && !birth.equals(file.number().birth())) throw bad(cells, "birthOn", BIRTH_DIFFERS);
        if (cells.textOrNull("rollSince") != null)
            throw bad(cells, "rollSince", OF_ROLL_ONLY, cells.title("rollSince"), cells.title("since"));
        var way = way(cells, today);
        requireSame(cells, way.status());
        return new MemberLine(cells.line(), cells.code("unitCode"), file, way);
    }

    /** What somebody is follows from the days: whoever writes something else has left days out. */
    private static void requireSame(Cells cells, Status made) {
        String said = cells.textOrNull("status");
        if (said == null || said.equals(made.title()) || said.equals(made.name())) return;
        throw bad(cells, "status", STATUS_DIFFERS, made.title());
    }

    private FileText file(Cells cells, Typed typed, LocalDate today) {
        try {
            return texts.check(typed, today);
        } catch (ProblemException e) {
            // the codes were looked up before: what is left is the number
            throw cells.bad("number", e.code(), e.arguments().toArray(String[]::new));
        }
    }

    private Way way(Cells cells, LocalDate today) {
        String memberClass = code(cells, "memberClass", Codes.MEMBER_CLASS);
        var way = new Way(
                cells.day("appliedOn"),
                cells.dayOrNull("activistOn"),
                cells.dayOrNull("objectOn"),
                cells.dayOrNull("admittedOn"),
                cells.dayOrNull("fullOn"),
                cells.dayOrNull("since"),
                memberClass == null ? null : MemberClass.valueOf(memberClass),
                cells.nameOrNull("document", LONGEST_DOCUMENT));
        way.ahead(today).ifPresent(key -> {
            throw bad(cells, key, DAY_AHEAD, cells.title(key), today.toString());
        });
        return way;
    }

    private @Nullable String code(Cells cells, String key, String table) {
        String text = cells.textOrNull(key);
        if (text == null) return null;
        return codes.named(table, text)
                .map(Code::code)
                .orElseThrow(() -> bad(cells, key, NO_SUCH_CODE, cells.title(key)));
    }

    private static @Nullable String phone(Cells cells) {
        String phone = cells.digitsOrNull("phone");
        if (phone != null && !PHONE.matcher(phone).matches()) throw bad(cells, "phone", WRONG_PHONE);
        return phone;
    }

    private static BadCellException bad(Cells cells, String key, Refusal why, String... values) {
        return cells.bad(key, why.reason().code(), values);
    }
}
