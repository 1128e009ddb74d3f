package cn.dangjian.task;

import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class DoorsTest extends DoorRules {

    @Autowired
    Province province;

    private long dispatch;
    private long assignment;
    private long voice;
    private long standing;

    @Override
    protected void settle() {
        province.settle();
        var tasks = new Tasks(api, tokens);
        dispatch = tasks.dispatch(Province.COUNTY, Tasks.toVillages())
                .json()
                .path("id")
                .asLong();
        assignment = tasks.assignmentOf(Province.VILLAGE, dispatch);
        voice = api.post("/v1/assignments/" + assignment + "/voices", "{\"kind\":\"NOT_APPLICABLE\",\"text\":\"不适用\"}")
                .as(tokens.at(Province.VILLAGE))
                .key()
                .send()
                .json()
                .path("id")
                .asLong();
        standing = standing();
    }

    /** One that is switched off at once: other tests count what is dispatched to this county. */
    private long standing() {
        String county = tokens.at(Province.COUNTY);
        var set = api.post("/v1/standing-instructions", Map.of("text", "常设", "daysEarly", 0, "from", Province.PROVINCE))
                .as(county)
                .key()
                .send();
        long id = set.json().path("id").asLong();
        api.post("/v1/standing-instructions/" + id + "/end").as(county).send();
        return id;
    }

    @Override
    protected long thing(String path) {
        if (path.startsWith("/v1/voices/")) return voice;
        if (path.startsWith("/v1/standing-instructions/")) return standing;
        return path.startsWith("/v1/assignments/") ? assignment : dispatch;
    }
}
