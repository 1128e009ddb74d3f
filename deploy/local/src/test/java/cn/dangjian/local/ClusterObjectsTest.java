package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.testkit.Repository;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every object of deploy/kubernetes is one that Kubernetes knows: each field of it, and none missing, by its own OpenAPI. */
class ClusterObjectsTest {

    private static final Path BASE = Repository.root().resolve("deploy/kubernetes/base");

    @FunctionalInterface
    private interface Schema {
        void check(JsonElement object) throws IOException;
    }

    /** By version and kind. */
    private static final Map<String, Schema> SCHEMAS = Map.of(
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 ConfigMap", V1ConfigMap::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    static Stream<JsonObject> objects() throws IOException {
        try (var files = Files.list(BASE)) {
            return files.filter(file -> !file.endsWith("kustomization.yml")).sorted().toList().stream()
                    .flatMap(ClusterObjectsTest::documents);
        }
    }

    private static Stream<JsonObject> documents(Path file) {
        try (var in = Files.newBufferedReader(file)) {
            return StreamSupport.stream(new Yaml().loadAll(in).spliterator(), false)
                    .map(document -> new Gson().toJsonTree(document).getAsJsonObject())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(JsonObject object) {
        String kind = object.get("apiVersion").getAsString() + " "
                + object.get("kind").getAsString();
        assertThat(SCHEMAS).containsKey(kind);
        return SCHEMAS.get(kind);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void isAsKubernetesKnowsIt(JsonObject object) {
        assertThatCode(() -> schema(object).check(object))
                .as(object.get("metadata").toString())
                .doesNotThrowAnyException();
    }

    @Test
    void aFieldThatIsMisspeltOrMissingIsSeen() throws IOException {
        var deployment = objects()
                .filter(object -> object.get("kind").getAsString().equals("Deployment"))
                .findFirst()
                .orElseThrow();
        var pod = deployment.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec");
        var container = pod.getAsJsonArray("containers").get(0).getAsJsonObject();

        container.add("readynessProbe", container.get("readinessProbe"));
        assertThatThrownBy(() -> schema(deployment).check(deployment)).hasMessageContaining("readynessProbe");

        container.remove("readynessProbe");
        container.remove("name");
        assertThatThrownBy(() -> schema(deployment).check(deployment)).hasMessageContaining("name");
    }
}
