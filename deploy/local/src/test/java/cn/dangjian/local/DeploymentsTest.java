package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The files of deploy/compose and deploy/kubernetes speak of the same services as the launcher does. */
class DeploymentsTest {

    private static final Path DEPLOY = Repository.root().resolve("deploy");
    private static final List<String> ENGINES = List.of("mysql", "kafka", "redis");

    static Stream<ServiceEntry> services() {
        return ServiceEntry.all().stream().filter(service -> !service.isEmpty(Repository.root()));
    }

    @Test
    void composeStartsTheServicesThatTheLauncherStarts() {
        var names = new ArrayList<>(ENGINES);
        services().map(ServiceEntry::name).forEach(names::add);

        assertThat(compose().keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("services")
    void composeShutsInEachOfThem(ServiceEntry service) {
        var container = map(compose().get(service.name()));

        assertThat(container)
                .containsEntry("image", "dangjian/" + service.name() + ":${HOUSE_VERSION}")
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("restart", "unless-stopped")
                .containsKeys("stop_grace_period", "tmpfs", "security_opt");
        if (service.name().equals("config")) return;
        assertThat(container)
                .containsEntry("env_file", "${HOUSE_DATA}/env/" + service.name() + ".env")
                .containsKey("depends_on");
        assertThat(map(container.get("environment"))).containsEntry("SPRING_PROFILES_ACTIVE", "compose");
    }

    @Test
    void onlyTheGatewayIsReachedFromOutsideAndOnLoopback() {
        compose().forEach((name, container) -> {
            var ports = map(container).get("ports");
            if (name.equals("gateway")) assertThat(ports.toString()).startsWith("[127.0.0.1:");
            else assertThat(ports).as(name).isNull();
        });
    }

    @Test
    void noSecretStandsInAFile() throws IOException {
        try (var files = Files.walk(DEPLOY)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*/(compose|kubernetes|observability)/[^/]*[^/]*\\.yml"))
                    .toList()) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .noneMatch(
                                line -> line.matches("(?i).*(password|secret|_key)\\s*[:=]\\s*\"?[A-Za-z0-9]{6,}.*"));
            }
        }
    }

    @Test
    void twoReplicasAreOfEveryServiceBehindTheGateway() {
        var behind = services().map(ServiceEntry::name).filter(name -> !name.equals("gateway"));

        assertThat(map(yaml("compose/two.yml").get("services")).keySet())
                .containsExactlyInAnyOrderElementsOf(behind.toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void theClusterKnowsHowEachOfThemLivesAndWhatItNeeds(ServiceEntry service) {
        var deployment = one("Deployment", service);
        var pod = map(map(map(deployment.get("spec")).get("template")).get("spec"));
        var container = map(list(pod.get("containers")).getFirst());

        assertThat(container.get("image")).isEqualTo("dangjian/" + service.name());
        assertThat(container).containsKeys("startupProbe", "readinessProbe", "livenessProbe");
        assertThat(map(container.get("securityContext")))
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false);
        assertThat(map(pod.get("securityContext"))).containsEntry("runAsNonRoot", true);
        assertThat(megabytes(container, "requests")).isGreaterThan(service.heapMegabytes());
        assertThat(megabytes(container, "limits")).isGreaterThan(megabytes(container, "requests"));
        assertThat(list(container.get("ports")).getFirst())
                .isEqualTo(Map.of("name", "http", "containerPort", service.port()));
        one("Service", service);
        one("PodDisruptionBudget", service);
        if (!service.name().equals("config")) one("HorizontalPodAutoscaler", service);
    }

    @Test
    void theClusterKnowsNoOtherServiceAndServesEveryFileOfTheConfigRepo() throws IOException {
        var base = yaml("kubernetes/base/kustomization.yml");
        var resources = services().map(service -> service.name() + ".yml").toList();

        assertThat(list(base.get("resources")))
                .contains("network.yml")
                .containsAll(resources)
                .hasSize(resources.size() + 1);
        try (var files = Files.list(Repository.root().resolve("config-repo"))) {
            assertThat(list(map(list(base.get("configMapGenerator")).getFirst()).get("files")))
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> "../../../config-repo/" + file.getFileName())
                            .toList());
        }
        var images = list(yaml("kubernetes/example/kustomization.yml").get("images"));
        assertThat(images.stream().map(image -> map(image).get("name")))
                .containsExactlyInAnyOrderElementsOf(
                        services().map(service -> "dangjian/" + service.name()).toList());
    }

    @Test
    void onlyTheGatewayIsReachedFromOutsideTheCluster() {
        var policies = documents("kubernetes/base/network.yml");

        assertThat(policies).hasSize(3);
        assertThat(policies)
                .filteredOn(policy -> list(map(policy.get("spec")).getOrDefault("ingress", List.of())).stream()
                        .anyMatch(rule -> !map(rule).containsKey("from")))
                .extracting(policy -> map(policy.get("metadata")).get("name"))
                .containsExactly("gateway");
    }

    @Test
    void prometheusAsksEveryServiceAndEachAlarmHasASectionThatSaysWhatToDo() throws IOException {
        var scraped = list(map(list(yaml("observability/prometheus.yml").get("scrape_configs"))
                                .getFirst())
                        .get("dns_sd_configs"))
                .stream()
                .map(names -> list(map(names).get("names")).getFirst() + ":"
                        + map(names).get("port"))
                .toList();
        var headings = Files.readAllLines(Repository.root().resolve("docs/operate.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> "docs/operate.md#"
                        + line.replaceFirst("^#+ ", "")
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .toList();

        assertThat(scraped)
                .containsExactlyInAnyOrderElementsOf(services()
                        .filter(service -> !service.name().equals("config"))
                        .map(service -> service.name() + ":" + service.port())
                        .toList());
        var alarms =
                list(map(list(yaml("observability/alerts.yml").get("groups")).getFirst())
                        .get("rules"));
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> assertThat(headings)
                .contains(String.valueOf(map(map(alarm).get("annotations")).get("runbook"))));
    }

    private static Map<String, Object> compose() {
        return map(yaml("compose/compose.yml").get("services"));
    }

    private static Map<String, Object> one(String kind, ServiceEntry service) {
        var found = documents("kubernetes/base/" + service.name() + ".yml").stream()
                .filter(document -> document.get("kind").equals(kind))
                .filter(document -> map(document.get("metadata")).get("name").equals(service.name()))
                .toList();
        assertThat(found).as(kind + " of " + service.name()).hasSize(1);
        return found.getFirst();
    }

    private static int megabytes(Map<String, Object> container, String which) {
        var memory =
                String.valueOf(map(map(container.get("resources")).get(which)).get("memory"));
        assertThat(memory).endsWith("Mi");
        return Integer.parseInt(memory.substring(0, memory.length() - 2));
    }

    private static Map<String, Object> yaml(String file) {
        return documents(file).getFirst();
    }

    private static List<Map<String, Object>> documents(String file) {
        try (var in = Files.newBufferedReader(DEPLOY.resolve(file))) {
            return StreamSupport.stream(new Yaml().loadAll(in).spliterator(), false)
                    .map(DeploymentsTest::map)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
