package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.local.HouseOptions;
import cn.dangjian.local.HouseOptions.Compilers;
import cn.dangjian.local.Service;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Repository;
import cn.dangjian.testkit.server.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** One house for all journeys of a run: started at the first call, stopped when the run ends. */
final class StartedHouse {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** In which the run began: it may go on beyond the month's end. */
    private static final YearMonth MONTH = YearMonth.now(BEIJING);

    private static final House HOUSE = start();

    private StartedHouse() {}

    static House get() {
        return HOUSE;
    }

    /** From the one in which the run began to today's. */
    static List<YearMonth> months() {
        return Stream.iterate(MONTH, month -> month.plusMonths(1))
                .limit(1 + MONTH.until(YearMonth.now(BEIJING), ChronoUnit.MONTHS))
                .toList();
    }

    /**
     * Waits until the gateway reaches every service again: after an outage its breakers stay open for some seconds. Each is
     * asked for what it has not got: that it says so costs nothing.
     */
    static void awaitCalm() {
        var api = new Api(HOUSE.gatewayUrl());
        var people = new People(HOUSE);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String token = people.operator();
            for (String service : services()) {
                var answer = api.get("/" + service + "/v1/nothing").as(token).send();
                assertThat(answer.problem()).as(service + " " + answer).isEqualTo("path.unknown");
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
        String kind = System.getProperty("house", "");
        if (kind.equals("composed")) return House.composed(System.out);
        var data = Path.of(
                System.getProperty("user.dir"),
                "target",
                "house-" + ProcessHandle.current().pid());
        var options = HouseOptions.forTests(Repository.root(), data);
        // where first screens are measured
        if (kind.equals("fast")) options = options.with(Compilers.BOTH);
        var house = House.start(Servers.shared(), options);
        // nobody reads their data again, and at the end of a JVM the servers go at the same time
        Runtime.getRuntime().addShutdownHook(new Thread(() -> house.services().forEach(Service::kill)));
        return house;
    }
}
