package cn.dangjian.member.person.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.growth.Walk;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What old papers say is written down by hand (补录), and nothing that belongs on somebody's way. */
@ServiceTest
class OldPapersTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final LocalDate APPLIED = LocalDate.of(2020, 3, 1);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    private Persons persons;
    private Walk walk;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        walk = new Walk(persons, Province.VILLAGE);
    }

    private Api.Answer write(long member, String what, LocalDate day) {
        return persons.post(
                Province.TOWNSHIP,
                "/v1/members/" + member + "/events",
                Map.of("what", what, "day", day.toString(), "document", "虚委〔2026〕1号", "reason", "见材料"));
    }

    @ParameterizedTest
    @CsvSource({
        "ADMITTED, 1, 201,",
        "ADMITTED, 0, 409, record.not-old",
        "FULL,     0, 409, record.not-old",
        "OBJECT,   0, 409, record.not-old",
        "ACTIVIST, 0, 409, record.not-old",
        "APPLIED,  0, 409, record.not-old",
    })
    void areOfDaysBeforeTheFileWasOpened(String what, int daysAgo, int status, String problem) {
        long member = walk.anApplicant(APPLIED);

        var answer = write(member, what, TODAY.minusDays(daysAgo));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void doNotPassByTheWayThatSomebodyIsTakenOn() {
        long member = walk.anApplicant(APPLIED);
        assertThat(walk.begin(Province.VILLAGE, member).status()).isEqualTo(201);

        var late = write(member, "ADMITTED", APPLIED);

        assertThat(late.problem()).isEqualTo("development.makes-events");
        assertThat(late.json().path("detail").asString()).contains(APPLIED.toString());
        assertThat(write(member, "APPLIED", APPLIED.minusDays(1)).status()).isEqualTo(201);
    }

    @Test
    void whoeverIsOutAppliesAgain() {
        long member = persons.member("再申请");
        assertThat(write(member, "WITHDREW", TODAY.minusDays(9)).status()).isEqualTo(201);

        var again = write(member, "APPLIED", TODAY);

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.json().at("/member/status").asString()).isEqualTo("APPLICANT");
    }
}
