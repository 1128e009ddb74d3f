package cn.dangjian.member.person.affiliation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the work that somebody takes part in when he goes. */
@ServiceTest
class AffiliationEndTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final String GOES_ON = "9999-12-31";
    private static final String ENDED = "2026-01-31";

    /** A branch on a chain of {@link Province#TOWNSHIP}. */
    private static final long CHAIN = 11118;

    /** One of the city. */
    private static final long CITY_CHAIN = 118;

    private static final long UNHEARD = 11119;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Standings standings;

    @Autowired
    TransactionTemplate transaction;

    private Persons persons;
    private long member;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        chain(CHAIN);
        chain(CITY_CHAIN);
        member = persons.member("司徒产业");
    }

    private void chain(long id) {
        jdbc.sql("""
            insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:id, :parent, :code, '示范产业链', 'BRANCH', 'CHAIN_BRANCH', 'URBAN', :path, 1, '2022-01-01')\
            """)
                .param("id", id)
                .param("parent", id / 10)
                .param("code", Province.code(id))
                .param("path", Province.path(id))
                .update();
    }

    private void affiliate(long unit) {
        var answer = persons.post(
                Province.COUNTY, "/v1/members/" + member + "/affiliations", Map.of("unit", unit, "from", "2024-03-01"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private String lastDay(long unit) {
        return jdbc.sql("select to_on from affiliation where member_id = :member and unit_id = :unit")
                .param("member", member)
                .param("unit", unit)
                .query(LocalDate.class)
                .single()
                .toString();
    }

    private void happens(Happening happening) {
        transaction.executeWithoutResult(status -> standings.record(List.of(happening), "account:1", Instant.now()));
    }

    private void goesTo(long unit) {
        happens(Happening.arrived(new MemberId(member), new UnitId(unit), DAY));
    }

    /** A part of a split unit can be heard of here only after its people have gone there. */
    @Test
    void goesOnForWhoeverComesToAUnitOfWhichNothingIsKnownYet() {
        affiliate(CHAIN);
        affiliate(Province.SECOND_VILLAGE);

        goesTo(UNHEARD);

        assertThat(lastDay(CHAIN)).isEqualTo(GOES_ON);
        assertThat(lastDay(Province.SECOND_VILLAGE)).isEqualTo(GOES_ON);
    }

    @Test
    void whoeverIsOutTakesPartNowhereAnyMore() {
        affiliate(CHAIN);
        affiliate(Province.SECOND_VILLAGE);

        happens(Happening.of(new MemberId(member), EventKind.DIED, DAY));

        assertThat(lastDay(CHAIN)).isEqualTo(ENDED);
        assertThat(lastDay(Province.SECOND_VILLAGE)).isEqualTo(ENDED);
    }

    @ParameterizedTest
    @CsvSource({
        // within the county
        "11121, 11118, 9999-12-31",
        "11121, 11112, 9999-12-31",
        "11121, 12111, 9999-12-31",
        // no guest of his own
        "11112, 11112, 2026-01-31",
        "11112, 11118, 9999-12-31",
        // into another county of the city
        "11211, 11118, 2026-01-31",
        "11211, 11112, 2026-01-31",
        "11211, 118, 9999-12-31",
        "11211, 11212, 9999-12-31",
        // into another city
        "12111, 118, 2026-01-31",
    })
    void whoeverGoesTakesPartInWhatIsInHisCountyOrAboveIt(long to, long in, String lastDay) {
        affiliate(in);

        goesTo(to);

        assertThat(lastDay(in)).isEqualTo(lastDay);
    }

    @Test
    void aGuestWhoBecomesOneOfThemIsNoGuestAgainWhenHeGoes() {
        affiliate(Province.SECOND_VILLAGE);

        goesTo(Province.SECOND_VILLAGE);
        happens(Happening.arrived(new MemberId(member), new UnitId(Province.VILLAGE), DAY.plusMonths(1)));

        assertThat(lastDay(Province.SECOND_VILLAGE)).isEqualTo(ENDED);
    }
}
