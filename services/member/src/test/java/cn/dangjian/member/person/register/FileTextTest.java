package cn.dangjian.member.person.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.number.IdentityNumber;
import cn.dangjian.member.person.privacy.Secrets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileTextTest {

    @Test
    void tellsNobodyOfThePersonToALog() {
        String number = Persons.number();
        var file = new FileText(
                "虚构人",
                "xu gou ren",
                "xgr",
                IdentityNumber.of(number, LocalDate.of(2026, 1, 1)),
                null,
                null,
                null,
                new Secrets(number, "13000001234", "虚构街"));

        assertThat(new NewMember(1, file, List.of()).toString())
                .doesNotContain("虚构人")
                .doesNotContain("xgr")
                .doesNotContain(number.substring(6, 14))
                .doesNotContain("1234")
                .doesNotContain("虚构街");
    }
}
