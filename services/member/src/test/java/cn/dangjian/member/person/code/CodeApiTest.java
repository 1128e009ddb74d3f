package cn.dangjian.member.person.code;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CodeApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Test
    void listsTheTablesWithTheirStandards() {
        var tables = api.get("/v1/codes").as(tokens.at(1)).send().json();

        assertThat(tables)
                .extracting(table -> table.path("table").asString())
                .contains("sex", "ethnicity", "education", "member-class");
        assertThat(tables).allSatisfy(table -> assertThat(table.path("standard").asString())
                .isNotBlank());
    }

    @Test
    void showsATableAndWhatIsNotVerified() {
        var answer = api.get("/v1/codes/ethnicity").as(tokens.at(1)).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("codes"))
                .anySatisfy(row -> {
                    assertThat(row.path("code").asString()).isEqualTo("15");
                    assertThat(row.path("name").asString()).isEqualTo("土家族");
                    assertThat(row.path("english").asString()).isEqualTo("Tujia");
                    assertThat(row.path("verified").asBoolean()).isTrue();
                })
                .anySatisfy(row -> {
                    assertThat(row.path("code").asString()).isEqualTo("98");
                    assertThat(row.path("verified").asBoolean()).isFalse();
                });
    }

    @Test
    void doesNotKnowAnotherTable() {
        var answer = api.get("/v1/codes/colour").as(tokens.at(1)).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("code.table-unknown");
    }

    @Test
    void showsNothingToStrangers() {
        assertThat(api.get("/v1/codes").send().problem()).isEqualTo("token.missing");
        assertThat(api.get("/v1/codes/sex").send().problem()).isEqualTo("token.missing");
    }
}
