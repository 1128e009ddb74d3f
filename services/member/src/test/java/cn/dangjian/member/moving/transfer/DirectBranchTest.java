package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches directly under a city or the province have no township or county above them. */
class DirectBranchTest extends Moves {

    private static final long OF_CITY = 117;
    private static final long OF_PROVINCE = 17;

    @BeforeEach
    void branches() {
        for (long id : new long[] {OF_CITY, OF_PROVINCE})
            jdbc.sql("""
                insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                values (:id, :parent, :code, '直属支部', 'BRANCH', 'BRANCH', 'URBAN', :path, 1, '2022-01-01')\
                """)
                    .param("id", id)
                    .param("parent", id / 10)
                    .param("code", Province.code(id))
                    .param("path", Province.path(id))
                    .update();
    }

    private boolean isNext(long by, long id) {
        return persons.get(by, "/v1/cases?mine=true&limit=200")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("kind").asString().equals("transfers")
                        && item.path("id").asLong() == id);
    }

    @Test
    void theCommitteeDirectlyAboveApproves() {
        long member = persons.member(OF_CITY, "直属");
        long id = id(ask(OF_CITY, member, to(OF_PROVINCE)));

        assertThat(isNext(Province.CITY, id)).isTrue();
        taken(Province.CITY, id, "approval", Map.of());
        taken(Province.CITY, id, "letter", said("letter"));
        assertThat(isNext(Province.PROVINCE, id)).isTrue();
        taken(Province.PROVINCE, id, "admission", Map.of());
        taken(OF_PROVINCE, id, "acceptance", Map.of());
        taken(Province.PROVINCE, id, "receipt", Map.of());

        assertThat(standing(OF_PROVINCE, member, TODAY, "unitId")).isEqualTo(String.valueOf(OF_PROVINCE));
    }

    @Test
    void whereATownshipIsAboveTheCityDoesNot() {
        long id = asked(persons.member(ORIGIN, "非直属"));

        assertThat(step(Province.CITY, id, "approval", Map.of()).problem()).isEqualTo("transfer.not-yours");
        assertThat(isNext(Province.CITY, id)).isFalse();
    }
}
