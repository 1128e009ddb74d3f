package cn.dangjian.task;

import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import org.springframework.beans.factory.annotation.Autowired;

class DoorsTest extends DoorRules {

    @Autowired
    Province province;

    private long dispatch;
    private long assignment;

    @Override
    protected void settle() {
        province.settle();
        var tasks = new Tasks(api, tokens);
        dispatch = tasks.dispatch(Province.COUNTY, Tasks.toVillages())
                .json()
                .path("id")
                .asLong();
        assignment = tasks.assignmentOf(Province.VILLAGE, dispatch);
    }

    @Override
    protected long thing(String path) {
        return path.startsWith("/v1/assignments/") ? assignment : dispatch;
    }
}
