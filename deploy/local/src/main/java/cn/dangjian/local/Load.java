package cn.dangjian.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the house so many times a second, whether it answers or not, and counts what fails: to see what a rolling restart costs.
 *
 * <p>Every service behind the gateway is asked in turn; one request in fifty dispatches a task.
 */
final class Load {

    private static final List<String> PATHS = List.of(
            "/organization/v1/units?limit=20",
            "/task/v1/dispatches?limit=20",
            "/notification/v1/inbox?limit=20",
            "/identity/v1/me",
            "/member/v1/codes",
            "/assessment/v1/measures",
            "/statistics/v1/measures",
            "/dues/v1/rates");
    private static final int DISPATCH_EVERY = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;
    private final PrintStream out;
    private final List<String> tokens = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final Map<String, AtomicLong> failed = new ConcurrentSkipListMap<>();
    private final Semaphore free = new Semaphore(AT_ONCE);

    Load(House house, PrintStream out) {
        this.url = house.gatewayUrl();
        this.out = out;
        var gateway = new Gateway(url);
        for (var account : house.demoAccounts()) {
            if (List.of("CITY", "COUNTY", "TOWNSHIP").contains(account.tier()))
                tokens.add(gateway.signIn(account.login(), account.password()));
        }
        for (var path : PATHS) {
            int status = ask(get(path, tokens.getFirst()));
            if (status == 200) paths.add(path);
            else out.println("left out, for it answers " + status + ": " + path);
        }
    }

    /** Answers how many requests failed: anything but 2xx and 429, or no answer. */
    long run(int perSecond, Duration time) {
        long start = System.nanoTime();
        long all = perSecond * time.toSeconds();
        long said = start;
        for (long i = 0; i < all; i++) {
            long due = start + i * 1_000_000_000 / perSecond;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            send(i);
            if (System.nanoTime() - said > 30_000_000_000L) {
                said = System.nanoTime();
                out.println(summary(i + 1));
            }
        }
        free.acquireUninterruptibly(AT_ONCE);
        out.println(summary(all));
        return failures();
    }

    private void send(long number) {
        free.acquireUninterruptibly();
        var token = tokens.get((int) (number % tokens.size()));
        boolean dispatches = number % DISPATCH_EVERY == DISPATCH_EVERY - 1;
        var path = dispatches ? "/task/v1/dispatches" : paths.get((int) (number % paths.size()));
        var request = dispatches ? dispatch(tokens.getLast()) : get(path, token);
        var what = request.method() + " " + path;
        var _ = http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, error) -> {
            if (error != null) failed(what + " " + error);
            else if (answer.statusCode() >= 300) failed(what + " " + answer.statusCode());
            else answered.incrementAndGet();
            free.release();
        });
    }

    private void failed(String how) {
        if (failed.computeIfAbsent(how, each -> new AtomicLong()).incrementAndGet() == 1)
            out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " first failure of its sort: " + how);
    }

    private long failures() {
        return failed.values().stream().mapToLong(AtomicLong::get).sum();
    }

    private String summary(long sent) {
        return sent + " sent, " + answered + " answered, " + failures() + " failed " + new TreeMap<>(failed);
    }

    private int ask(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private HttpRequest get(String path, String token) {
        return to(path, token).GET().build();
    }

    private HttpRequest dispatch(String token) {
        var order = Map.of(
                "title",
                "运行检查",
                "text",
                "请核实本村活动场所。",
                "goal",
                "全部核实",
                "deadline",
                Instant.now().plus(10, ChronoUnit.DAYS).toString(),
                "materialRequired",
                false,
                "target",
                Map.of("tier", "VILLAGE"));
        return to("/task/v1/dispatches", token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(order)))
                .build();
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }
}
