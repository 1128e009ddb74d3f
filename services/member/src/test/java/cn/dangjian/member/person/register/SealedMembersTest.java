package cn.dangjian.member.person.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.platform.seals.Reseal;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sealed of people, whichever key it was sealed with. */
@ServiceTest
class SealedMembersTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    List<SealedRows> sealed;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    private Api.Answer read(long id) {
        return persons.post(Province.VILLAGE, "/v1/members/" + id + "/readings", Map.of("purpose", "核对"));
    }

    private void resealWith(String key) {
        new Reseal(sealed, Persons.seals(key), jdbc, transaction).reseal();
    }

    private List<String> keys() {
        return jdbc.queryForList("select distinct seal_key from member", String.class);
    }

    @Test
    void aNewKeyTakesOverWhileEverythingRuns() {
        var body = Persons.fullMember("齐换钥");
        body.put("phone", "13000000042");
        long id = Persons.id(persons.register(Province.VILLAGE, body));

        resealWith("k2");
        assertThat(keys()).containsExactly("k2");

        resealWith("k1");
        assertThat(keys()).containsExactly("k1");
        assertThat(read(id).json().path("number").asString()).isEqualTo(body.get("number"));
        assertThat(read(id).json().path("phone").asString()).isEqualTo("13000000042");
    }

    @Test
    void aNumberOpensInItsOwnRowOnly() {
        long one = persons.member("齐一行");
        long other = persons.member("齐二行");
        byte[] kept = jdbc.queryForObject("select sealed_number from member where id = ?", byte[].class, one);

        jdbc.update(
                "update member m join member o on o.id = ? set m.sealed_number = o.sealed_number where m.id = ?",
                other,
                one);

        assertThat(read(one).status()).isEqualTo(500);
        jdbc.update("update member set sealed_number = ? where id = ?", kept, one);
        assertThat(read(one).status()).isEqualTo(200);
    }
}
