package cn.dangjian.local;

import cn.dangjian.local.HouseOptions.Compilers;
import cn.dangjian.local.HouseOptions.When;
import cn.dangjian.testkit.server.Servers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The whole house on this machine: every service and the gateway as a process of its own, on the given servers. */
final class LocalHouse implements House {

    /** All eleven at once would only wait for each other. */
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final HouseOptions options;
    private final Servers servers;
    private final Progress progress;
    private final Secrets secrets;
    private final Environments environments;
    private final Map<ServiceEntry, Program> programs = new LinkedHashMap<>();
    private final Map<String, LocalService> services = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<String> awaited = new ConcurrentSkipListSet<>();
    private @Nullable StartCaches startCaches;
    private volatile List<Account> demoAccounts = List.of();
    private volatile boolean stopping;

    LocalHouse(Servers servers, HouseOptions options, Progress progress) {
        this.options = options;
        this.servers = servers;
        this.progress = progress;
        this.secrets = new Secrets(options.data().resolve("secrets"));
        var all = ServiceEntry.all();
        for (var name : options.without()) options.port(name);
        var builds = options.root().resolve("deploy/local/target/programs");
        for (var entry : all) {
            // a jar that is missing is told before anything starts
            if (options.starts(entry)) {
                var log = options.data().resolve("log").resolve(entry.name() + "-preparation.log");
                // whoever hashes many passwords gains by it wherever the house lasts
                boolean hashes = entry.name().equals(ServiceEntry.IDENTITY) && options.startCaches() != When.NEVER;
                boolean both = hashes || options.compilers() == Compilers.BOTH;
                var jar = entry.jar(options.root(), options.build());
                programs.put(entry, new Program(entry, jar, builds, log, both));
            }
        }
        this.environments = new Environments(options, servers, secrets, all);
    }

    void start() {
        try (var _ = progress.whileWaiting(() -> "waiting for " + String.join(", ", awaited))) {
            inParallel(
                    3,
                    List.of(this::startServers, () -> start(LocalHouse::isConfig), this::extractTheOthers),
                    Runnable::run);
            start(entry -> !isConfig(entry));
            if (options.demo()) loadDemoProvince();
        }
        if (options.startCaches() == When.AFTERWARDS) makeStartCaches();
    }

    private void startServers() {
        long since = System.nanoTime();
        var names = List.of(
                servers.database().name(),
                servers.broker().name(),
                servers.redis().name());
        progress.say("starting " + String.join(", ", names));
        awaited.addAll(names);
        servers.start();
        for (var entry : ServiceEntry.all()) {
            if (entry.hasSchema() && options.has(entry)) {
                servers.createSchema(entry.name(), entry.name(), environments.databasePassword(entry));
            }
            if (options.without().contains(entry.name())) tellHowToStart(entry);
        }
        awaited.removeAll(names);
        progress.say("the servers are ready (" + Progress.seconds(since) + ")");
    }

    /** Config needs no server, and the others need config. */
    private static boolean isConfig(ServiceEntry entry) {
        return entry.name().equals(ServiceEntry.CONFIG);
    }

    private void extractTheOthers() {
        awaited.add("unpacked services");
        programs.forEach((entry, program) -> {
            if (!isConfig(entry)) program.extract();
        });
        awaited.remove("unpacked services");
    }

    private void start(Predicate<ServiceEntry> which) {
        var chosen = programs.keySet().stream().filter(which).map(this::service).toList();
        if (chosen.isEmpty()) return;
        inParallel(2, chosen, LocalService::extract);
        if (options.startCaches() == When.BEFORE) train(chosen);
        progress.say("starting " + names(chosen));
        long since = System.nanoTime();
        for (var service : chosen) awaited.add(service.name());
        inParallel(AT_ONCE, heaviestFirst(chosen), service -> {
            launch(service);
            service.awaitHealthy();
            awaited.remove(service.name());
            progress.say(service.name() + " is ready (" + Progress.seconds(since) + ")");
        });
    }

    /** The start ends with the last of them: whoever takes longest goes first. */
    private static List<LocalService> heaviestFirst(List<LocalService> chosen) {
        return chosen.stream()
                .sorted(Comparator.comparingInt(LocalService::heapMegabytes).reversed())
                .toList();
    }

    private LocalService service(ServiceEntry entry) {
        var service = new LocalService(
                entry,
                options.url(entry.name()),
                Objects.requireNonNull(programs.get(entry)),
                environments.of(entry),
                options.data().resolve("log"));
        services.put(entry.name(), service);
        return service;
    }

    /** Two at a time, as on two cores. */
    private void train(List<LocalService> chosen) {
        var untrained = chosen.stream().filter(service -> !service.isTrained()).toList();
        if (untrained.isEmpty()) return;
        progress.say("making start caches for " + names(untrained) + " (once per build)");
        inParallel(2, untrained, service -> {
            try {
                service.train();
            } catch (HouseException e) {
                progress.say(service.name() + " will start without its cache: " + e.getMessage());
            }
        });
    }

    private synchronized void makeStartCaches() {
        if (stopping) return;
        startCaches = new StartCaches(localServices(), progress);
        startCaches.makeInBackground();
    }

    private synchronized void launch(LocalService service) {
        if (stopping) throw new HouseException("The house is being stopped");
        service.start();
    }

    private void loadDemoProvince() {
        var needed = List.of(ServiceEntry.GATEWAY, ServiceEntry.IDENTITY, ServiceEntry.ORGANIZATION);
        if (!services.keySet().containsAll(needed)) {
            progress.say("the demo province is not loaded: it needs " + String.join(", ", needed));
            return;
        }
        var directories = services.values().stream()
                .filter(service -> service.isAlive() && service.hasDatabase())
                .toList();
        awaited.add("the demo province");
        demoAccounts = new DemoProvince(gatewayUrl(), secrets, options.data(), progress).load(List.copyOf(directories));
    }

    private void tellHowToStart(ServiceEntry entry) {
        var file = environments.writeFile(entry);
        progress.say(entry.name() + " is left to you: run " + entry.mainClass() + " with the variables in " + file);
    }

    @Override
    public LocalService service(String name) {
        var service = services.get(name);
        if (service == null) throw new HouseException("No service called " + name + " runs in this house");
        return service;
    }

    @Override
    public List<String> emptyServices() {
        return ServiceEntry.all().stream()
                .filter(entry -> !options.has(entry))
                .map(ServiceEntry::name)
                .toList();
    }

    @Override
    public List<Service> services() {
        return List.copyOf(services.values());
    }

    List<LocalService> localServices() {
        return List.copyOf(services.values());
    }

    @Override
    public Servers servers() {
        return servers;
    }

    @Override
    public String gatewayUrl() {
        return options.url(ServiceEntry.GATEWAY);
    }

    @Override
    public List<Account> demoAccounts() {
        return demoAccounts;
    }

    @Override
    public Account operator() {
        return new Account(
                "ADMINISTRATOR", 0, "", SecretVariables.OPERATOR, secrets.get(SecretVariables.OPERATOR_PASSWORD));
    }

    /** Stops gateway, services, config, in this order; the servers go on. */
    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
            if (startCaches != null) startCaches.close();
        }
        var last = new ArrayList<>(services.values());
        last.stream()
                .filter(service -> service.name().equals(ServiceEntry.GATEWAY))
                .forEach(LocalService::stop);
        inParallel(Math.max(1, last.size()), last, LocalService::stop);
    }

    @Override
    public void stop() {
        close();
        servers.stop();
    }

    boolean isStopping() {
        return stopping;
    }

    private static String names(List<LocalService> services) {
        return String.join(", ", services.stream().map(LocalService::name).toList());
    }

    private static <T> void inParallel(int atOnce, List<T> items, Consumer<T> action) {
        try (var threads = Executors.newFixedThreadPool(Math.max(1, atOnce))) {
            var running = items.stream()
                    .map(item -> CompletableFuture.runAsync(() -> action.accept(item), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }
}
