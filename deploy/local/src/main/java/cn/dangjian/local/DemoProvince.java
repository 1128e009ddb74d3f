package cn.dangjian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 示范省: a small fictitious province, imported over HTTP as a real one is, with one account per tier. */
final class DemoProvince {

    private static final String PROVINCE = "98";
    private static final String NAME = "虚构示范省";
    private static final List<String> FILES = List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv");
    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");
    private static final Set<String> ENDED = Set.of("DONE", "FAILED");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Gateway gateway;
    private final Secrets secrets;
    private final Path accountsFile;
    private final Progress progress;
    private final JsonMapper json = new JsonMapper();
    /** The code of the last unit whose account was activated. */
    private String village = "";

    DemoProvince(String gatewayUrl, Secrets secrets, Path data, Progress progress) {
        this.gateway = new Gateway(gatewayUrl);
        this.secrets = secrets;
        this.accountsFile = data.resolve("secrets/demo-accounts.json");
        this.progress = progress;
    }

    /**
     * Imports the province and activates its accounts, or answers the accounts of the time when that was done.
     *
     * @param services whose directories are waited for
     */
    List<House.Account> load(List<Service> services) {
        if (Files.exists(accountsFile)) return stored();
        long since = System.nanoTime();
        progress.say("loading the fictitious demo province");
        var operator = gateway.signIn(SecretVariables.OPERATOR, secrets.get(SecretVariables.OPERATOR_PASSWORD));
        int units = 1 + importFiles(operator);
        for (var service : services) awaitDirectory(service, units, operator);
        var accounts = activateOnePerTier(operator);
        var shown = List.copyOf(accounts);
        new DemoField(gateway).load(shown);
        inParallel(() -> loadMembers(services, accounts), () -> {
            if (has(services, ServiceEntry.TASK)) new DemoRelay(gateway).load(shown);
        });
        Secrets.write(accountsFile, json.writeValueAsString(accounts));
        progress.say("the demo province is loaded: " + units + " units (" + Progress.seconds(since) + ")");
        return accounts;
    }

    /** Members, the account of one of them, and what is counted of them. */
    private void loadMembers(List<Service> services, List<House.Account> accounts) {
        boolean members = has(services, ServiceEntry.MEMBER);
        if (members) {
            var load = new DemoMembers(gateway, secrets);
            accounts.add(load.load(villages(), village, accounts.getFirst(), accounts.getLast()));
        }
        var shown = List.copyOf(accounts);
        inParallel(
                () -> {
                    if (members && has(services, ServiceEntry.DUES)) new DemoDues(gateway).load(shown);
                },
                () -> {
                    if (!has(services, ServiceEntry.ASSESSMENT)) return;
                    new DemoAssessment(gateway).load(shown);
                    new DemoAppraisal(gateway).load(shown);
                });
    }

    private static void inParallel(Runnable... parts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = Arrays.stream(parts)
                    .map(part -> CompletableFuture.runAsync(part, threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof HouseException cause) throw cause;
            throw e;
        }
    }

    private static boolean has(List<Service> services, String name) {
        return services.stream().anyMatch(service -> service.name().equals(name));
    }

    /** Answers how many rows the files have. */
    private int importFiles(String token) {
        var path = "/organization/v1/imports";
        // there is a last year to look back on
        var founded = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusYears(1).withDayOfYear(1);
        var province = Map.of("provinceCode", PROVINCE, "provinceName", NAME, "foundedOn", founded.toString());
        var id = gateway.post(path, token, province).path("id").asString();
        int rows = 0;
        for (var file : FILES) {
            var content = read(file);
            rows += (int) new String(content, StandardCharsets.UTF_8).lines().count() - 1;
            gateway.upload(path + "/" + id + "/files/" + file, token, content);
        }
        gateway.post(path + "/" + id + "/application", token, Map.of());
        await("the import", () -> ENDED.contains(state(gateway.get(path + "/" + id, token))));
        var end = gateway.get(path + "/" + id, token);
        if (state(end).equals("FAILED")) throw new HouseException("The import of the demo province failed: " + end);
        return rows;
    }

    private static String state(JsonNode imported) {
        return imported.path("state").asString();
    }

    private static void awaitDirectory(Service service, int units, String token) {
        var own = new Gateway(service.url());
        await(
                "the directory of " + service.name(),
                () -> own.get("/actuator/directory", token).path("units").asInt() >= units);
    }

    /** From the province down, each in the unit above the next. */
    private List<House.Account> activateOnePerTier(String token) {
        var accounts = new ArrayList<House.Account>();
        var above = "";
        for (var tier : TIERS) {
            var chosen = awaitCode(tier, above, token);
            var login = chosen.path("login").asString();
            var password = secrets.get("demo-" + tier.toLowerCase(Locale.ROOT));
            gateway.post(
                    "/identity/v1/activations",
                    "",
                    Map.of("login", login, "code", chosen.path("code").asString(), "password", password));
            var name = chosen.path("unitName").asString();
            accounts.add(new House.Account(tier, unitOf(gateway.signIn(login, password)), name, login, password));
            if (!tier.equals("PROVINCE")) above = chosen.path("unitCode").asString();
            village = chosen.path("unitCode").asString();
        }
        return accounts;
    }

    /** Identity makes the accounts a moment after it has heard of the units. */
    private JsonNode awaitCode(String tier, String above, String token) {
        try {
            return Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .atMost(PATIENCE)
                    .until(() -> code(tier, above, token), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new HouseException("Identity gives no activation code for a " + tier + " below " + above);
        }
    }

    private Optional<JsonNode> code(String tier, String above, String token) {
        for (var code : gateway.post("/identity/v1/activation-codes", token, Map.of("tier", tier))) {
            if (code.path("unitCode").asString().startsWith(above)) return Optional.of(code);
        }
        return Optional.empty();
    }

    private long unitOf(String token) {
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return json.readTree(claims).path("unit").asLong();
    }

    private List<House.Account> stored() {
        try {
            return List.of(json.readValue(Files.readString(accountsFile), House.Account[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Codes. */
    private static List<String> villages() {
        return new String(read("villages.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static byte[] read(String file) {
        try (var in = DemoProvince.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) throw new IllegalStateException(file + " is not on the class path");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(PATIENCE)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new HouseException("After " + PATIENCE.toMinutes() + " minutes still waiting for " + what);
        }
    }
}
