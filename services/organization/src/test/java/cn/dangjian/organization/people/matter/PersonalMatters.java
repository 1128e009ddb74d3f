package cn.dangjian.organization.people.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A village whose head hands in reports, and somebody who asks to read one. */
abstract class PersonalMatters {

    static final String SECRET = "房产两处CANARY";
    static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    House house;

    @BeforeEach
    void tree() {
        house = new House("36", api, tokens, jdbc);
        for (String table : List.of("report", "reader", "reading")) {
            jdbc.sql("delete from personal_matter_" + table).update();
        }
    }

    Api.Answer report(String who, String post, int year) {
        return house.post(
                who,
                "/v1/units/" + house.unit(VILLAGE) + "/personal-matter-reports",
                "post",
                post,
                "year",
                year,
                "name",
                "虚构名CANARY",
                "content",
                SECRET);
    }

    long aReport() {
        var answer = report(VILLAGE, "SECRETARY", House.today().getYear());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain("CANARY");
        return answer.json().path("id").asLong();
    }

    Api.Answer read(String who, long report) {
        return house.post(who, "/v1/personal-matter-reports/" + report + "/readings", "purpose", "年度核查");
    }
}
