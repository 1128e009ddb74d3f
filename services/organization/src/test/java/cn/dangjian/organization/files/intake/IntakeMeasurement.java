package cn.dangjian.organization.files.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints how long 100,000 register rows take into the running service and out again in a heap of 256 MB, and how much of
 * it is ever in use: {@code ./mvnw -pl services/organization test -Dtest=IntakeMeasurement -Dmeasure=true
 * -Dtest.jvm.more=-Xmx256m}.
 */
@ServiceTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class IntakeMeasurement {

    private static final int ROWS = 100_000;
    private static final long HEAP = 256L << 20;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void printsWhatAHundredThousandRowsTake() throws Exception {
        assertThat(Runtime.getRuntime().maxMemory())
                .as("-Dtest.jvm.more=-Xmx256m")
                .isLessThanOrEqualTo(HEAP);
        var divisions = new Divisions("50", api, tokens, jdbc);
        divisions.settle();
        long county = divisions.unit("0101");
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());

        var file = file();
        long busy = busy();
        long start = System.nanoTime();
        long id = receive(county, file);
        print("received and staged", start);
        long applying = System.nanoTime();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> isDone(id));
        print("applied", applying);
        System.out.println("processor time of both: " + (busy() - busy) / 1_000_000 + " ms");
        assertThat(jdbc.sql("select count(*) from register_unit")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ROWS);
        for (String format : new String[] {"CSV", "XLSX"}) {
            long exporting = System.nanoTime();
            var exported = export(county, format);
            print("exported as " + format + ", " + (Files.size(exported) >> 10) + " KB", exporting);
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.println("heap: " + (peak >> 20) + " MB at most, of "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
    }

    private Path file() throws IOException {
        var file = folder.resolve("rows.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("name,type,employees,members,placeCode,on\n");
            for (int i : IntStream.range(0, ROWS).toArray()) {
                out.write("虚构单位" + i + ",学校,10,3,50010110020" + (1 + i % 3) + ",2026-03-02\n");
            }
        }
        System.out.println("file: " + (Files.size(file) >> 10) + " KB");
        return file;
    }

    private long receive(long caller, Path file) throws IOException, InterruptedException {
        var request = request("/v1/intakes?what=REGISTER", caller)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofFile(file))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body()).path("id").asLong();
    }

    private boolean isDone(long id) {
        return jdbc.sql("select state = 'DONE' from intake where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Path export(long caller, String format) throws IOException, InterruptedException {
        var file = folder.resolve("exported." + format);
        var request = request("/v1/exports", caller)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"what\":\"REGISTER\",\"format\":\"" + format + "\"}", UTF_8))
                .build();
        var answer = client.send(request, BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder request(String path, long caller) {
        String base = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + tokens.at(caller));
    }

    /** Of this process: the clock of the wall says more of what runs beside it. */
    private static long busy() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static void print(String what, long start) {
        System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
