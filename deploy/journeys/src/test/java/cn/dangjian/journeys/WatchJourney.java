package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.local.Service;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator watches is there: every metric that an alarm or a dashboard names is told by a service of the house. */
class WatchJourney {

    private static final Path FILES = Repository.root().resolve("deploy/observability");
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+){2,}\\b");

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Tasks tasks = new Tasks(house.gatewayUrl());

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void everyMetricThatIsWatchedIsTold() throws IOException {
        tasks.dispatch(people.token("COUNTY"), "监控检查");
        var watched = watched();

        assertThat(watched).hasSizeGreaterThan(12);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told()).containsAll(watched));
    }

    private static Set<String> watched() throws IOException {
        var text = new StringBuilder(Files.readString(FILES.resolve("alerts.yml")));
        try (var dashboards = Files.list(FILES.resolve("dashboards"))) {
            for (var file : dashboards.toList()) text.append(Files.readString(file));
        }
        return text.toString()
                .lines()
                .filter(line -> line.contains("expr"))
                .flatMap(line -> METRIC.matcher(line).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> told() {
        return house.services().stream()
                .filter(service -> !service.name().equals("config"))
                .map(WatchJourney::metrics)
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String metrics(Service service) {
        var answer = new Api(service.url()).get("/actuator/prometheus").send();
        assertThat(answer.status()).as(service.name()).isEqualTo(200);
        return answer.body();
    }
}
