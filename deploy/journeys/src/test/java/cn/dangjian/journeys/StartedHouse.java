package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.local.HouseOptions;
import cn.dangjian.local.Service;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Repository;
import cn.dangjian.testkit.server.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One house for all journeys of a run: started at the first call, stopped when the run ends. */
final class StartedHouse {

    private static final House HOUSE = start();

    private StartedHouse() {}

    static House get() {
        return HOUSE;
    }

    /** Waits until the gateway reaches every service again: after an outage its breakers stay open for some seconds. */
    static void awaitCalm() {
        var api = new Api(HOUSE.gatewayUrl());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (String service : services()) {
                assertThat(api.get("/" + service + "/v3/api-docs").send().status())
                        .as(service)
                        .isEqualTo(200);
            }
        });
    }

    /** Those behind the gateway, by their words. */
    static List<String> services() {
        return HOUSE.services().stream()
                .map(Service::name)
                .filter(name -> !name.equals("gateway") && !name.equals("config"))
                .toList();
    }

    private static House start() {
        // deploy/compose/up --demo has started it, and goes on
        if (System.getProperty("house", "").equals("composed")) return House.composed(System.out);
        var data = Path.of(
                System.getProperty("user.dir"),
                "target",
                "house-" + ProcessHandle.current().pid());
        var house = House.start(Servers.shared(), HouseOptions.forTests(Repository.root(), data));
        // nobody reads their data again, and at the end of a JVM the servers go at the same time
        Runtime.getRuntime().addShutdownHook(new Thread(() -> house.services().forEach(Service::kill)));
        return house;
    }
}
