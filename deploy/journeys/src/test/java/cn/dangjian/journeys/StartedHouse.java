package cn.dangjian.journeys;

import cn.dangjian.local.House;
import cn.dangjian.local.HouseOptions;
import cn.dangjian.testkit.Repository;
import cn.dangjian.testkit.server.Servers;
import java.nio.file.Path;

/** One house for all journeys of a run: started at the first call, stopped when the run ends. */
final class StartedHouse {

    private static final House HOUSE = start();

    private StartedHouse() {}

    static House get() {
        return HOUSE;
    }

    private static House start() {
        var data = Path.of(
                System.getProperty("user.dir"),
                "target",
                "house-" + ProcessHandle.current().pid());
        var house = House.start(Servers.shared(), HouseOptions.forTests(Repository.root(), data));
        Runtime.getRuntime().addShutdownHook(new Thread(house::close));
        return house;
    }
}
