package cn.dangjian.task;

import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import org.springframework.beans.factory.annotation.Autowired;

class DoorsTest extends DoorRules {

    @Autowired
    Province province;

    private long dispatch;
    private long assignment;
    private long voice;

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
    }

    @Override
    protected long thing(String path) {
        if (path.startsWith("/v1/voices/")) return voice;
        return path.startsWith("/v1/assignments/") ? assignment : dispatch;
    }
}
