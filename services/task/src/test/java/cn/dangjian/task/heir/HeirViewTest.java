package cn.dangjian.task.heir;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees what became of assignments when their unit ended. */
class HeirViewTest extends WithEnds {

    /** The heir stands in no line, or in another one: who supervises the old village goes on seeing what it had to do. */
    @Test
    void theLineOfTheOldVillageSeesWhatBecameOfIt(@Autowired Province province) {
        province.settleLine();
        long x = ends.village(Province.LINE_TOWNSHIP);
        long y = village();
        jdbc.sql("update unit set line_path = ? where id = ?")
                .params(Province.linePath(Province.LINE_TOWNSHIP) + Province.segment(x), x)
                .update();
        long dispatch = ends.dispatch(x, y);
        long alone = ends.dispatch(x);
        long passed = ends.rowOf(alone, x).id();

        ends.merged(x, y);

        for (long unit : List.of(Province.LINE_COMMITTEE, Province.LINE_TOWNSHIP)) {
            var joined = get("/v1/dispatches/" + dispatch + "/assignments?by=LINE", unit)
                    .path("items");
            assertThat(joined).as("at " + unit).hasSize(1);
            assertThat(joined.path(0).path("state").asString()).isEqualTo("MERGED");
            var line = get("/v1/dispatches/" + alone + "/assignments?by=LINE", unit)
                    .path("items");
            assertThat(line).as("at " + unit).hasSize(1);
            assertThat(line.path(0).path("unit").asLong()).isEqualTo(y);
            assertThat(get("/v1/assignments/" + passed + "?by=LINE", unit)
                            .path("fromUnit")
                            .asLong())
                    .isEqualTo(x);
        }
        var stranger = api.get("/v1/assignments/" + passed + "?by=LINE")
                .as(tokens.at(Province.OTHER_TOWNSHIP))
                .send();
        assertThat(stranger.problem()).isEqualTo("scope.no-line");
        jdbc.sql("update unit set line_path = null").update();
    }

    @Test
    void whoSawItBeforeSeesWhatBecameOfIt() {
        long x = village();
        long y = ends.village(Province.OTHER_TOWNSHIP);
        long dispatch = ends.dispatch(x);
        long assignment = ends.rowOf(dispatch, x).id();

        ends.merged(x, y);

        for (long unit : List.of(Province.TOWNSHIP, Province.COUNTY, Province.OTHER_TOWNSHIP, Province.PROVINCE, y)) {
            get("/v1/dispatches/" + dispatch, unit);
            var line = get("/v1/dispatches/" + dispatch + "/assignments", unit).path("items");
            assertThat(line).as("at " + unit).hasSize(1);
            assertThat(line.path(0).path("unit").asLong()).isEqualTo(y);
            assertThat(line.path(0).path("fromUnit").asLong()).isEqualTo(x);
            assertThat(get("/v1/assignments/" + assignment, unit)
                            .path("fromUnit")
                            .asLong())
                    .isEqualTo(x);
        }
        assertThat(api.get("/v1/assignments/" + assignment)
                        .as(tokens.at(Province.SIBLING_COUNTY))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(ends.approve(assignment, Province.TOWNSHIP).status()).isEqualTo(404);
    }
}
