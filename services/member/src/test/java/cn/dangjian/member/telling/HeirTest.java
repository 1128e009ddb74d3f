package cn.dangjian.member.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.Persons;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of people when their unit ends or is split, as organization tells it. */
@ServiceTest
class HeirTest {

    private static final String TYPE = "organization.unit-changed.v1";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String DOCUMENT = "虚组〔2026〕7号";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Units of these tests alone. */
    private static long next = 11_131;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseStore store;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    /** A village that nobody else knows, below a township. */
    private long village(long township) {
        long id = next++;
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:id, :township, :code, :name, 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', :path, 1, '2022-01-01')\
            """)
                .param("id", id)
                .param("township", township)
                .param("code", Province.code(id))
                .param("name", Province.name(id))
                .param("path", Province.path(township) + Province.segment(id))
                .update();
        return id;
    }

    /** The producer's example, of this unit. */
    private String changed(long unit, long township, long version, Map<String, @Nullable Object> more) {
        var event = (ObjectNode) JSON.readTree(EventExamples.load(TYPE));
        event.put("id", UUID.randomUUID().toString());
        event.put("key", "unit:" + unit);
        event.put("version", version);
        var data = (ObjectNode) event.path("data");
        data.put("id", unit);
        data.put("parentId", township);
        data.put("code", Province.code(unit));
        data.put("name", Province.name(unit));
        data.put("path", Province.path(township) + Province.segment(unit));
        data.putNull("places");
        more.forEach((name, value) -> data.set(name, JSON.valueToTree(value)));
        EventSchemas.validate(TYPE, event.toString());
        return event.toString();
    }

    private String ended(long unit, long heir, LocalDate day) {
        return changed(unit, Province.TOWNSHIP, 2, to(heir, day, null));
    }

    private static Map<String, @Nullable Object> to(long heir, LocalDate day, @Nullable List<Long> parts) {
        var to = new LinkedHashMap<String, @Nullable Object>();
        to.put("unit", heir);
        to.put("from", day.toString());
        to.put("document", DOCUMENT);
        if (parts != null)
            to.put(
                    "parts",
                    parts.stream()
                            .map(part -> Map.of("unit", part, "code", Province.code(part)))
                            .toList());
        var more = new LinkedHashMap<String, @Nullable Object>();
        more.put("validTo", day.toString());
        more.put("membersTo", to);
        return more;
    }

    private String part(long unit, long origin, LocalDate day) {
        return changed(
                unit,
                Province.TOWNSHIP,
                2,
                Map.of("origin", Map.of("unit", origin, "from", day.toString(), "document", DOCUMENT)));
    }

    private List<Long> members(long unit, int many) {
        return LongStream.range(0, many)
                .mapToObj(i -> persons.member(unit, "贺兰" + (char) ('甲' + i)))
                .toList();
    }

    private long at(long member) {
        return persons.file(Province.PROVINCE, member).json().at("/member/unit").asLong();
    }

    private long countAt(long unit, LocalDate day) {
        return persons.get(Province.PROVINCE, "/v1/units/" + unit + "/counts?on=" + day)
                .json()
                .at("/whole/members")
                .asLong();
    }

    private List<JsonNode> arrivals(long member) {
        return persons.get(Province.PROVINCE, "/v1/members/" + member + "/history")
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("kind").asString().equals("ARRIVED"))
                .toList();
    }

    /** The number of members that was said last of a unit; -1 if nothing was. */
    private long told(long unit) {
        return broker.heardOf("member.counts-changed.v1").stream()
                .flatMap(event -> event.path("data").path("counts").valueStream())
                .filter(count -> count.path("unit").asLong() == unit)
                .reduce((before, after) -> after)
                .map(count ->
                        count.path("full").asLong() + count.path("probationary").asLong())
                .orElse(-1L);
    }

    private long done(long unit) {
        return jdbc.sql("select count(*) from heir_done where unit_id = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    private List<String> names(long by, String path) {
        var answer = persons.get(by, path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(row -> row.path("name").asString())
                .toList();
    }

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
