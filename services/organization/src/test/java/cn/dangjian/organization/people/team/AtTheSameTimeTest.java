package cn.dangjian.organization.people.team;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of several who do the same at the same time one succeeds, and the others are told why not. */
@ServiceTest
class AtTheSameTimeTest {

    private static final LocalDate TODAY = House.today();
    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    House house;

    @BeforeEach
    void tree() {
        house = new House("45", api, tokens, jdbc);
        for (String table : List.of("team_seat", "team_session", "secretary_filing", "case_file", "first_secretary")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private List<Integer> statuses(IntFunction<Api.Answer> attempt) throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<Api.Answer>>mapToObj(i -> () -> attempt.apply(i))
                    .toList());
            return answers.stream()
                    .map(answer -> answer.resultNow().status())
                    .sorted()
                    .toList();
        }
    }

    @RepeatedTest(2)
    void oneSeatIsTakenOnce() throws Exception {
        house.begin(VILLAGE, 11, TODAY);

        var statuses = statuses(i -> house.post(
                "0101100",
                "/v1/units/" + house.unit(VILLAGE) + "/team/seats",
                "post",
                "SECRETARY",
                "name",
                "虚构" + i,
                "from",
                TODAY.toString(),
                "fullTime",
                true));

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @RepeatedTest(2)
    void aTermBeginsOnce() throws Exception {
        var statuses = statuses(i -> house.begin(VILLAGE, 11, TODAY));

        assertThat(statuses).startsWith(201).doesNotContain(500);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    }

    @RepeatedTest(2)
    void aVillageHasOneCandidate() throws Exception {
        var statuses =
                statuses(i -> house.post("0101100", "/v1/units/" + house.unit(VILLAGE) + "/filings", "name", "虚构" + i));

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @RepeatedTest(2)
    void aVillageHasOneFirstSecretary() throws Exception {
        var parties = List.of("ORGANIZATION_DEPARTMENT", "SENDING_UNIT", "TOWNSHIP").stream()
                .map(party -> House.map("party", party, "name", "虚构" + party))
                .toList();

        var statuses = statuses(i -> house.post(
                "0101",
                "/v1/units/" + house.unit(VILLAGE) + "/first-secretaries",
                "name",
                "虚构" + i,
                "sendingUnit",
                "虚构单位",
                "from",
                TODAY.toString(),
                "until",
                TODAY.plusYears(2).toString(),
                "document",
                "文",
                "parties",
                parties));

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }
}
