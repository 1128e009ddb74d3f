package cn.dangjian.member.person.register;

import cn.dangjian.member.person.code.Codes;
import cn.dangjian.member.person.naming.NameKey;
import cn.dangjian.member.person.number.IdentityNumber;
import cn.dangjian.member.person.privacy.Secrets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what clerks type of a person; the imports of files ask here too. */
@Component
public class FileTexts {

    private final Codes codes;

    FileTexts(Codes codes) {
        this.codes = codes;
    }

    /** What somebody types of a person. */
    public interface Typed {

        String name();

        String number();

        @Nullable
        String ethnicity();

        @Nullable
        String education();

        @Nullable
        String occupation();

        @Nullable
        String phone();

        @Nullable
        String address();
    }

    /** @throws cn.dangjian.platform.web.problem.ProblemException 422 that names what is wrong */
    public FileText check(Typed typed, LocalDate today) {
        var number = IdentityNumber.of(typed.number(), today);
        known("ethnicity", typed.ethnicity());
        known("education", typed.education());
        known("occupation", typed.occupation());
        return new FileText(
                typed.name(),
                NameKey.of(typed.name()),
                NameKey.initials(typed.name()),
                number,
                typed.ethnicity(),
                typed.education(),
                typed.occupation(),
                new Secrets(number.text(), typed.phone(), typed.address()));
    }

    private void known(String table, @Nullable String code) {
        if (code != null && !codes.isKnown(table, code)) throw MemberRefusal.NO_SUCH_CODE.with(table);
    }
}
