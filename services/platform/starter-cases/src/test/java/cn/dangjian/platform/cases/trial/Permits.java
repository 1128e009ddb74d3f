package cn.dangjian.platform.cases.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do with permits. */
@ServiceTest
abstract class Permits {

    static final long TOWNSHIP = Province.TOWNSHIP;
    static final long VILLAGE = Province.VILLAGE;
    static final long OTHER = Province.SECOND_VILLAGE;
    static final long COUNTY = Province.COUNTY;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingIsOpen() {
        province.settle();
        jdbc.sql("delete from case_file").update();
        jdbc.sql("delete from case_step").update();
    }

    Api.Answer ask(long who, long unit, @Nullable Long other, boolean secret) {
        var body = new HashMap<String, Object>(Map.of("unit", unit, "secret", secret));
        if (other != null) body.put("other", other);
        return api.post("/v1/permits", body).as(tokens.at(who)).send();
    }

    /** A permit for which the township asks, in which a second village takes part. */
    long asked() {
        var answer = ask(TOWNSHIP, VILLAGE, OTHER, false);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("id").asLong();
    }

    Api.Answer take(String token, long id, Permit step, Object... said) {
        var body = new HashMap<String, Object>(Map.of("guarded", false, "noted", false));
        for (int i = 0; i < said.length; i += 2) body.put((String) said[i], said[i + 1]);
        return api.post("/v1/permits/" + id + "/" + step, body).as(token).send();
    }

    Api.Answer take(long who, long id, Permit step, Object... said) {
        return take(tokens.at(who), id, step, said);
    }

    String state(long id) {
        return jdbc.sql("select state from case_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
