package cn.dangjian.member.telling;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Units that end or are split, as organization tells it, and their people. */
@ServiceTest
abstract class Heirs {

    static final String TYPE = "organization.unit-changed.v1";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final String DOCUMENT = "虚组〔2026〕7号";
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Units of these tests alone. */
    static long next = 11_131;

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

    Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    /** A village that nobody else knows, below a township. */
    long village(long township) {
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
    String changed(long unit, long township, long version, Map<String, @Nullable Object> more) {
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

    String ended(long unit, long heir, LocalDate day) {
        return changed(unit, Province.TOWNSHIP, 2, to(heir, day, null));
    }

    static Map<String, @Nullable Object> to(long heir, LocalDate day, @Nullable List<Long> parts) {
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

    String part(long unit, long origin, LocalDate day) {
        return changed(
                unit,
                Province.TOWNSHIP,
                2,
                Map.of("origin", Map.of("unit", origin, "from", day.toString(), "document", DOCUMENT)));
    }

    List<Long> members(long unit, int many) {
        return LongStream.range(0, many)
                .mapToObj(i -> persons.member(unit, "贺兰" + (char) ('甲' + i)))
                .toList();
    }

    long at(long member) {
        return persons.file(Province.PROVINCE, member).json().at("/member/unit").asLong();
    }

    long countAt(long unit, LocalDate day) {
        return persons.get(Province.PROVINCE, "/v1/units/" + unit + "/counts?on=" + day)
                .json()
                .at("/whole/members")
                .asLong();
    }

    List<JsonNode> arrivals(long member) {
        return persons.get(Province.PROVINCE, "/v1/members/" + member + "/history")
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("kind").asString().equals("ARRIVED"))
                .toList();
    }

    /** The number of members that was said last of a unit; -1 if nothing was. */
    long told(long unit) {
        return broker.heardOf("member.counts-changed.v1").stream()
                .flatMap(event -> event.path("data").path("counts").valueStream())
                .filter(count -> count.path("unit").asLong() == unit)
                .reduce((before, after) -> after)
                .map(count ->
                        count.path("full").asLong() + count.path("probationary").asLong())
                .orElse(-1L);
    }

    long done(long unit) {
        return jdbc.sql("select count(*) from heir_done where unit_id = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    List<String> names(long by, String path) {
        var answer = persons.get(by, path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(row -> row.path("name").asString())
                .toList();
    }
}
