package cn.dangjian.member.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of people when their unit ends, as organization tells it. */
class HeirTest extends Heirs {

    @Test
    void mergedPeopleAreCountedAtTheHeirFromThatDayOn() {
        long merged = village(Province.TOWNSHIP);
        long heir = village(Province.SECOND_TOWNSHIP);
        var members = members(merged, 3);
        var others = members(heir, 2);
        var yesterday = TODAY.minusDays(1);
        await().until(() -> told(merged) == 3 && told(heir) == 2);
        long county = countAt(Province.COUNTY, TODAY);
        String event = ended(merged, heir, TODAY);

        broker.send(event, event);

        await().until(() -> done(merged) == 1);
        assertThat(countAt(merged, TODAY)).isZero();
        assertThat(countAt(heir, TODAY)).isEqualTo(5);
        assertThat(countAt(merged, yesterday)).isEqualTo(3);
        assertThat(countAt(heir, yesterday)).isEqualTo(2);
        assertThat(countAt(Province.COUNTY, TODAY)).isEqualTo(county);
        await().untilAsserted(() -> {
            assertThat(told(merged)).isZero();
            assertThat(told(heir)).isEqualTo(5);
        });
        assertThat(persons.file(heir, members.getFirst()).status()).isEqualTo(200);
        assertThat(persons.file(Province.SECOND_TOWNSHIP, members.getFirst()).status())
                .isEqualTo(200);
        assertThat(persons.file(Province.TOWNSHIP, members.getFirst()).status()).isEqualTo(404);
        for (long member : members) {
            var moves = arrivals(member);
            assertThat(moves).hasSize(2);
            assertThat(moves.getFirst().path("day").asString()).isEqualTo(TODAY.toString());
            assertThat(moves.getFirst().path("document").asString()).isEqualTo(DOCUMENT);
            assertThat(moves.getFirst().path("reason").asString()).contains(Province.name(merged), Province.name(heir));
        }
        assertThat(arrivals(others.getFirst())).hasSize(1);
    }

    @Test
    void hearingItAgainMovesNobodyTwice() {
        long merged = village(Province.TOWNSHIP);
        long heir = village(Province.TOWNSHIP);
        long member = persons.member(merged, "贺兰再听");
        broker.send(ended(merged, heir, TODAY));
        await().until(() -> done(merged) == 1);

        broker.send(changed(merged, Province.TOWNSHIP, 3, to(heir, TODAY, null)));
        long marker = village(Province.TOWNSHIP);
        broker.send(ended(marker, heir, TODAY), ended(marker, heir, TODAY));
        await().until(() -> done(marker) == 1);

        await().untilAsserted(() -> assertThat(jdbc.sql("select version from unit where id = ?")
                        .param(merged)
                        .query(Long.class)
                        .single())
                .isEqualTo(3));
        assertThat(arrivals(member)).hasSize(2);
        assertThat(at(member)).isEqualTo(heir);
    }

    @Test
    void whoeverIsRegisteredInTheMeantimeFollows() {
        long merged = village(Province.TOWNSHIP);
        long heir = village(Province.TOWNSHIP);
        jdbc.sql("insert into heir_done (unit_id, heir_id, day, document, people) values (:unit, :heir, :day, '1号', 0)")
                .param("unit", merged)
                .param("heir", heir)
                .param("day", TODAY)
                .update();
        long member = persons.member(merged, "贺兰迟到");

        broker.send(changed(merged, Province.TOWNSHIP, 2, Map.of("validTo", TODAY.toString())));

        await().until(() -> at(member) == heir);
        assertThat(persons.register(merged, merged, Persons.fullMember("贺兰更迟")).status())
                .isIn(403, 404);
        assertThat(persons.register(Province.TOWNSHIP, merged, Persons.fullMember("贺兰更迟"))
                        .problem())
                .isEqualTo("member.unit-unknown");
    }

    @Test
    void whoeverIsOutStaysWhereHeWas() {
        long merged = village(Province.TOWNSHIP);
        long heir = village(Province.TOWNSHIP);
        long dead = persons.member(merged, "贺兰已故");
        long applicant = Persons.id(persons.register(merged, Persons.applicant("贺兰申请")));
        persons.post(
                merged, "/v1/members/" + dead + "/events", Map.of("what", "DIED", "day", "2025-01-01", "reason", "病故"));

        broker.send(ended(merged, heir, TODAY));
        await().until(() -> done(merged) == 1);

        assertThat(at(dead)).isEqualTo(merged);
        assertThat(at(applicant)).isEqualTo(heir);
    }

    @Test
    void goesOnToTheHeirOfTheHeirInWhateverOrderItIsHeard() {
        long first = village(Province.TOWNSHIP);
        long second = village(Province.TOWNSHIP);
        long last = village(Province.TOWNSHIP);
        long member = persons.member(first, "贺兰辗转");

        broker.send(ended(second, last, TODAY));
        await().until(() -> done(second) == 1);
        broker.send(ended(first, second, TODAY.minusDays(3)));
        await().until(() -> done(first) == 1);

        assertThat(at(member)).isEqualTo(last);
        assertThat(countAt(second, TODAY.minusDays(1))).isEqualTo(1);
        assertThat(countAt(last, TODAY)).isEqualTo(1);
    }

    @Test
    void affiliationsGoOnAtTheHeir() {
        long merged = village(Province.TOWNSHIP);
        long heir = village(Province.TOWNSHIP);
        long guest = persons.member(Province.VILLAGE, "贺兰列席");
        long own = persons.member(heir, "贺兰本村");
        for (long member : List.of(guest, own))
            assertThat(persons.post(
                                    Province.TOWNSHIP,
                                    "/v1/members/" + member + "/affiliations",
                                    Map.of("unit", merged, "from", "2024-01-01"))
                            .status())
                    .isEqualTo(201);

        broker.send(ended(merged, heir, TODAY));
        await().until(() -> done(merged) == 1);

        assertThat(names(Province.TOWNSHIP, "/v1/units/" + heir + "/affiliates"))
                .containsExactly("贺兰列席");
        assertThat(names(Province.TOWNSHIP, "/v1/units/" + merged + "/affiliates"))
                .isEmpty();
        assertThat(names(Province.TOWNSHIP, "/v1/units/" + merged + "/affiliates?on=" + TODAY.minusDays(1)))
                .containsExactlyInAnyOrder("贺兰列席", "贺兰本村");
    }

    @Test
    void aStayEndsWhereHeBelongsFromThenOn() {
        long merged = village(Province.TOWNSHIP);
        long member = persons.member("贺兰归一");
        long floating = persons.floating(member, merged);

        broker.send(ended(merged, Province.VILLAGE, TODAY));
        await().until(() -> done(merged) == 1);

        var seen = persons.get(Province.VILLAGE, "/v1/floatings/" + floating).json();
        assertThat(seen.at("/floating/state").asString()).isEqualTo("ENDED");
        assertThat(seen.path("journal").findValuesAsString("step")).containsExactly("REPORTED", "ENDED");
        assertThat(seen.at("/journal/1/note").asString()).contains(Province.name(merged));
    }

    @Test
    void openCasesGoOnAtTheHeir() {
        long merged = village(Province.TOWNSHIP);
        long heir = village(Province.TOWNSHIP);
        jdbc.sql("""
            insert into case_file (kind, unit_id, other_unit_id, state, round, due_on, opened_at, closed_at, version)
            values ('heir-trials', :merged, null, 'OPEN', 1, '9999-12-31', '2026-01-01', null, 1),
                   ('heir-trials', 11111, :merged, 'OPEN', 1, '9999-12-31', '2026-01-01', null, 1),
                   ('heir-trials', :merged, null, 'CLOSED', 1, '9999-12-31', '2026-01-01', '2026-02-01', 1)\
            """).param("merged", merged).update();
        store.of(Trial.KIND);

        broker.send(ended(merged, heir, TODAY), ended(merged, heir, TODAY));
        await().until(() -> done(merged) == 1);

        assertThat(jdbc.sql("""
            select concat(coalesce(other_unit_id, unit_id), ' ', state, ' ', version) from case_file
             where kind = 'heir-trials' and :heir in (unit_id, other_unit_id)\
            """).param("heir", heir).query(String.class).list())
                .containsExactlyInAnyOrder(heir + " OPEN 2", heir + " OPEN 2");
        assertThat(jdbc.sql("""
            select s.note from case_step s join case_file f on f.kind = s.kind and f.id = s.case_id
             where s.kind = 'heir-trials' and s.step = 'HANDED_OVER' and :heir in (f.unit_id, f.other_unit_id)\
            """).param("heir", heir).query(String.class).list())
                .hasSize(2)
                .allSatisfy(note -> assertThat(note).contains(Province.name(merged), Province.name(heir)));
    }
}
