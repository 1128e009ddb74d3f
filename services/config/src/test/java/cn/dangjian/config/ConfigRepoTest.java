package cn.dangjian.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.FileSystemResource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("local")
class ConfigRepoTest {

    private static final Path REPO = Path.of(System.getProperty("repository.root"), "config-repo");
    private static final List<String> PROFILES = List.of("local", "compose", "kubernetes");
    private static final List<String> SERVICES = List.of(
            "organization",
            "member",
            "task",
            "assessment",
            "notification",
            "push",
            "statistics",
            "identity",
            "archive",
            "dues",
            "gateway");
    private static final Set<String> KNOWN_ROOTS =
            Set.of("spring", "server", "management", "logging", "springdoc", "dangjian", "resilience4j", "feign");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Z][A-Z_]*(URL|URL_BASE|HOST|PORT|BOOTSTRAP|USER|ISSUER)");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|secret|credential|private-?key|token-value)$");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{[A-Z_]+(:)?}");
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("CONFIG_REPO", REPO::toString);
    }

    static Stream<String> everyServiceAndProfile() {
        return SERVICES.stream().flatMap(service -> PROFILES.stream().map(profile -> service + "/" + profile));
    }

    static Stream<Path> everyFile() throws IOException {
        try (var files = Files.list(REPO)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyServiceAndProfile")
    void servesTheServicesFilesBeforeTheSharedOnes(String request) throws Exception {
        String service = request.substring(0, request.indexOf('/'));
        String profile = request.substring(request.indexOf('/') + 1);

        JsonNode answer = JSON.readTree(get("/" + request).body());

        var sources = new ArrayList<String>();
        answer.get("propertySources").forEach(source -> sources.add(fileOf(source)));
        assertThat(sources).endsWith(service + ".yml", "application.yml").contains("application-" + profile + ".yml");
        assertThat(sources.indexOf("application-" + profile + ".yml")).isLessThan(sources.indexOf("application.yml"));
        assertThat(effective(answer)).containsKey("server.port").containsKey("spring.data.redis.host");
    }

    @Test
    void sendsPlaceholdersAsTheyStand() throws Exception {
        var keys = effective(JSON.readTree(get("/task/local").body()));

        assertThat(keys).containsEntry("spring.datasource.password", "${DB_PASSWORD}");
    }

    @Test
    void isHealthyAndShowsNothingElseOfItself() throws Exception {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env").body()).doesNotContain("java.version");
    }

    @Test
    void neverLeavesItsFolder() throws Exception {
        for (var path : List.of(
                "/task/local/main/..%2f..%2fpom.xml",
                "/task/local/main/%2e%2e/pom.xml", "/task/local/main/..%252f..%252fpom.xml", "/..%2f..%2fetc/local")) {
            assertThat(get(path).body()).as(path).doesNotContain("<artifactId>").doesNotContain("root:");
        }
    }

    @Test
    void refusesToStartBesideAnEmptyFolder() throws IOException {
        var empty = Files.createTempDirectory("empty-config-repo");

        assertThatThrownBy(() -> SpringApplication.run(
                        ConfigApplication.class,
                        "--CONFIG_REPO=" + empty,
                        "--server.port=0",
                        "--spring.profiles.active=local"))
                .rootCause()
                .hasMessageContaining("set CONFIG_REPO");
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void holdsOnlyKnownKeysAndNoSecrets(Path file) {
        var keys = keysOf(file);

        assertThat(keys).isNotEmpty();
        keys.forEach((key, value) -> {
            String root = key.replaceAll("[.\\[].*", "");
            assertThat(KNOWN_ROOTS.contains(root) || ADDRESS.matcher(root).matches())
                    .as("%s: unknown key %s", file.getFileName(), key)
                    .isTrue();
            if (SECRET.matcher(key).matches()) assertThat(value).as(key).matches(FROM_ENVIRONMENT);
            if (key.contains("exposure") || key.contains("cors"))
                assertThat(value).as(key).doesNotContain("*");
        });
    }

    @Test
    void hasAFileForEachServiceAndNoOther() throws IOException {
        var expected = new TreeSet<String>();
        Stream.concat(Stream.of("application"), SERVICES.stream()).forEach(name -> expected.add(name + ".yml"));
        PROFILES.forEach(profile -> expected.add("application-" + profile + ".yml"));

        var unexpected = everyFile()
                .map(file -> file.getFileName().toString())
                .filter(name -> !expected.remove(name))
                .filter(name -> SERVICES.stream()
                        .noneMatch(s -> PROFILES.stream().anyMatch(p -> name.equals(s + "-" + p + ".yml"))));

        assertThat(unexpected).isEmpty();
        assertThat(expected).isEmpty();
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String fileOf(JsonNode source) {
        String name = source.get("name").asString();
        return name.replaceAll(".*config-repo/([a-z0-9-]+\\.yml).*", "$1");
    }

    private static Map<String, String> effective(JsonNode answer) {
        var keys = new TreeMap<String, String>();
        answer.get("propertySources").forEach(source -> source.get("source")
                .properties()
                .forEach(entry ->
                        keys.putIfAbsent(entry.getKey(), entry.getValue().asString())));
        return keys;
    }

    private static Map<String, String> keysOf(Path file) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(file));
        var keys = new TreeMap<String, String>();
        var properties = yaml.getObject();
        if (properties != null) properties.forEach((key, value) -> keys.put(key.toString(), value.toString()));
        return keys;
    }
}
