package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people do with transfers: from a village of one county to a village of another one. */
@ServiceTest
abstract class Moves {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    static final long ORIGIN = Province.VILLAGE;
    static final long ABOVE_ORIGIN = Province.TOWNSHIP;
    static final long DESTINATION = Province.OTHER_VILLAGE;
    static final long ABOVE_DESTINATION = Province.OTHER_TOWNSHIP;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    DataSource database;

    Persons persons;
    JdbcClient jdbc;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        jdbc = JdbcClient.create(database);
    }

    Api.Answer ask(long by, long member, Map<String, Object> body) {
        return persons.post(by, "/v1/members/" + member + "/transfers", body);
    }

    static Map<String, Object> to(long destination) {
        return Map.of("destination", destination, "reason", "工作调动", "duesPaidTo", "2026-02");
    }

    static final Map<String, Object> ELSEWHERE = Map.of("elsewhere", "虚省虚市虚县委组织部", "reason", "投靠子女");

    Api.Answer step(long by, long id, String step, Map<String, Object> body) {
        return persons.post(by, "/v1/transfers/" + id + "/" + step, body);
    }

    /** What is said at a step. */
    static Map<String, Object> said(String step) {
        return switch (step) {
            case "letter" -> Map.of("letter", "虚组介〔2026〕4号");
            case "prolongation" -> Map.of("letter", "虚组介〔2026〕5号", "reason", "遗失");
            case "return", "correction", "revocation" -> Map.of("reason", "见材料");
            case "departure" -> Map.of("document", "虚省回〔2026〕6号", "day", TODAY.toString());
            default -> Map.of();
        };
    }

    /** Takes a step that is not refused, and gives how it stands then. */
    JsonNode taken(long by, long id, String step, Map<String, Object> body) {
        var answer = step(by, id, step, body);
        assertThat(answer.status()).as(step + " " + answer).isEqualTo(200);
        return answer.json();
    }

    static long id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().at("/transfer/id").asLong();
    }

    /** Asked for by the branch of origin. */
    long asked(long member) {
        return id(ask(ORIGIN, member, to(DESTINATION)));
    }

    long approved(long member) {
        long id = asked(member);
        taken(ABOVE_ORIGIN, id, "approval", Map.of());
        return id;
    }

    long lettered(long member) {
        long id = approved(member);
        taken(ABOVE_ORIGIN, id, "letter", Map.of("letter", "虚组介〔2026〕7号"));
        return id;
    }

    /** Nothing lacks but that the destination accepts. */
    long admitted(long member) {
        long id = lettered(member);
        taken(ABOVE_DESTINATION, id, "admission", Map.of());
        return id;
    }

    long accepted(long member) {
        long id = admitted(member);
        taken(DESTINATION, id, "acceptance", Map.of());
        return id;
    }

    JsonNode seen(long by, long id) {
        return persons.get(by, "/v1/transfers/" + id).json();
    }

    /** As if the letter had been issued so long ago that its last day was this one. */
    void lastDay(long id, LocalDate day) {
        jdbc.sql("update transfer set issued_on = :issued, valid_until = :day where id = :id")
                .param("issued", day.minusDays(30))
                .param("day", day)
                .param("id", id)
                .update();
        due(id, day);
    }

    void due(long id, LocalDate day) {
        jdbc.sql("update case_file set due_on = :day where kind = 'transfers' and id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    String standing(long by, long member, LocalDate on, String field) {
        return persons.get(by, "/v1/members/" + member + "/standing?on=" + on)
                .json()
                .at("/period/" + field)
                .asString();
    }

    /** How often he has arrived anywhere. */
    int arrivals(long member) {
        return jdbc.sql("select count(*) from member_event where kind = 'ARRIVED' and member_id = :id")
                .param("id", member)
                .query(Integer.class)
                .single();
    }
}
