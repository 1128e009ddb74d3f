package cn.dangjian.member.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Province;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of people when their unit is split, as organization tells it. */
class SplitTest extends Heirs {

    @Test
    void aSplitGoesByTheListAndTheRestIsShown() {
        long origin = village(Province.TOWNSHIP);
        long first = village(Province.TOWNSHIP);
        long second = village(Province.TOWNSHIP);
        var members = members(origin, 4);
        var lists = "/v1/units/" + origin + "/split-lists";
        var body = list(members.get(0), first, members.get(1), second);

        assertThat(persons.post(origin, lists, body).problem()).isEqualTo("split.not-above");
        assertThat(persons.post(Province.OTHER_COUNTY, lists, body).problem()).isEqualTo("unit.unknown");
        var taken = persons.post(Province.TOWNSHIP, lists, body);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(taken.json().path("moved").asInt()).isZero();
        broker.send(changed(origin, Province.TOWNSHIP, 2, to(first, TODAY, List.of(first, second))));
        await().until(() -> done(origin) == 1);

        assertThat(members.stream().map(this::at)).containsExactly(first, second, first, first);
        assertThat(arrivals(members.get(1))).hasSize(2);
        assertThat(names(Province.TOWNSHIP, "/v1/units/" + origin + "/stranded"))
                .containsExactly("贺兰" + (char) ('甲' + 3), "贺兰" + (char) ('甲' + 2));
        assertThat(names(first, "/v1/units/" + first + "/stranded")).hasSize(2);
        assertThat(persons.get(Province.TOWNSHIP, lists)
                        .json()
                        .path("items")
                        .valueStream()
                        .allMatch(row -> row.path("moved").asBoolean()))
                .isTrue();

        assertThat(persons.post(Province.TOWNSHIP, lists, list(members.get(3), second))
                        .json()
                        .path("moved")
                        .asInt())
                .isEqualTo(1);

        assertThat(at(members.get(3))).isEqualTo(second);
        assertThat(countAt(second, TODAY)).isEqualTo(2);
        assertThat(names(Province.TOWNSHIP, "/v1/units/" + origin + "/stranded"))
                .hasSize(1);
    }

    @Test
    void aUnitThatGoesOnKeepsWhoeverIsOnNoList() {
        long origin = village(Province.TOWNSHIP);
        long part = village(Province.TOWNSHIP);
        var members = members(origin, 2);
        persons.post(Province.TOWNSHIP, "/v1/units/" + origin + "/split-lists", list(members.get(0), part));

        broker.send(part(part, origin, TODAY), part(part, origin, TODAY));
        await().until(() -> at(members.get(0)) == part);

        assertThat(at(members.get(1))).isEqualTo(origin);
        assertThat(arrivals(members.get(0))).hasSize(2);
        assertThat(arrivals(members.get(0)).getFirst().path("document").asString())
                .isEqualTo(DOCUMENT);
    }

    @Test
    void refusesListsOfStrangersAndOfUnknownParts() {
        long origin = village(Province.TOWNSHIP);
        long part = village(Province.TOWNSHIP);
        long member = persons.member(origin, "贺兰名单");
        long stranger = persons.member(Province.VILLAGE, "贺兰外人");
        var lists = "/v1/units/" + origin + "/split-lists";

        assertThat(persons.post(Province.TOWNSHIP, lists, list(stranger, part)).problem())
                .isEqualTo("split.not-there");
        assertThat(persons.post(Province.TOWNSHIP, lists, list(member, part, member, part))
                        .problem())
                .isEqualTo("split.twice");
        broker.send(part(part, origin, TODAY));
        await().until(() -> jdbc.sql("select count(*) from split_part where unit_id = ?")
                        .param(part)
                        .query(Long.class)
                        .single()
                == 1);
        assertThat(persons.post(Province.TOWNSHIP, lists, list(member, origin)).problem())
                .isEqualTo("split.no-such-part");
    }

    /** @param pairs a file and the unit to which it goes, and so on */
    private static Map<String, Object> list(long... pairs) {
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < pairs.length; i += 2)
            lines.add(Map.of("member", pairs[i], "code", Province.code(pairs[i + 1])));
        return Map.of("document", "虚组〔2026〕6号附件", "lines", lines);
    }
}
