package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transfer has made is not struck: both sides have it in their figures. */
class StrikeTest extends Moves {

    @Autowired
    Standings standings;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatATransferHasMovedIsMovedBackByAnother() {
        long member = persons.member(ORIGIN, "更正");
        long id = accepted(member);
        long event = event(member);

        var struck = persons.post(
                ABOVE_DESTINATION, "/v1/members/" + member + "/events/" + event + "/strike", Map.of("reason", "接收错了"));

        assertThat(struck.status()).isEqualTo(409);
        assertThat(struck.problem()).isEqualTo("transfer.made-event");
        assertThat(struck.json().path("detail").asString()).contains(String.valueOf(id));
        assertThat(standing(DESTINATION, member, TODAY, "unitId")).isEqualTo(String.valueOf(DESTINATION));
        assertThat(jdbc.sql("select to_unit_id from transfer where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(DESTINATION);
    }

    @Test
    void aMoveThatNoTransferMadeIsStruck() {
        long member = persons.member(ORIGIN, "登错");
        var arrived = Happening.arrived(new MemberId(member), new UnitId(DESTINATION), TODAY);
        transaction.executeWithoutResult(status -> standings.record(List.of(arrived), "account:1", Instant.now()));

        var struck = persons.post(
                Province.PROVINCE,
                "/v1/members/" + member + "/events/" + event(member) + "/strike",
                Map.of("reason", "登记错了"));

        assertThat(struck.status()).as(struck.toString()).isEqualTo(200);
    }

    private long event(long member) {
        return jdbc.sql("select max(id) from member_event where kind = 'ARRIVED' and member_id = :id")
                .param("id", member)
                .query(Long.class)
                .single();
    }
}
