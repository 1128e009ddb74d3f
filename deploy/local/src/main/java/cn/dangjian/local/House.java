package cn.dangjian.local;

import cn.dangjian.local.HouseOptions.When;
import cn.dangjian.testkit.server.Servers;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * The whole house: every service and the gateway as a process of its own, on the given servers.
 *
 * <p>{@code try (var house = House.start(Servers.shared(), HouseOptions.forTests(root, data))) { ... }}
 */
public final class House implements AutoCloseable {

    private final HouseOptions options;
    private final Servers servers;
    private final Progress progress;
    private final Secrets secrets;
    private final Environments environments;
    private final Map<ServiceEntry, Program> programs = new LinkedHashMap<>();
    private final Map<String, Service> services = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<String> awaited = new ConcurrentSkipListSet<>();
    private @Nullable StartCaches startCaches;
    private volatile List<Account> demoAccounts = List.of();
    private volatile boolean stopping;

    House(Servers servers, HouseOptions options, Progress progress) {
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
                programs.put(entry, new Program(entry, entry.jar(options.root(), options.build()), builds, log));
            }
        }
        this.environments = new Environments(options, servers, secrets, all);
    }

    /**
     * Starts the servers if they do not run, then every service, and returns when all are ready and the demo province,
     * if asked for, is loaded.
     *
     * @throws HouseException if something does not start; what was started is stopped then
     */
    public static House start(Servers servers, HouseOptions options) {
        var house = new House(servers, options, new Progress(options.out(), System.nanoTime()));
        try {
            house.start();
            return house;
        } catch (RuntimeException e) {
            house.stop();
            throw e;
        }
    }

    void start() {
        try (var _ = progress.whileWaiting(() -> "waiting for " + String.join(", ", awaited))) {
            inParallel(
                    3,
                    List.of(this::startServers, () -> start(House::isConfig), this::extractTheOthers),
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
        inParallel(2, chosen, Service::extract);
        if (options.startCaches() == When.BEFORE) train(chosen);
        progress.say("starting " + names(chosen));
        long since = System.nanoTime();
        for (var service : chosen) launch(service);
        inParallel(chosen.size(), chosen, service -> {
            service.awaitHealthy();
            awaited.remove(service.name());
            progress.say(service.name() + " is ready (" + Progress.seconds(since) + ")");
        });
    }

    private Service service(ServiceEntry entry) {
        var service = new Service(
                entry,
                options.url(entry.name()),
                Objects.requireNonNull(programs.get(entry)),
                environments.of(entry),
                options.data().resolve("log"));
        services.put(entry.name(), service);
        return service;
    }

    /** Two at a time, as on two cores. */
    private void train(List<Service> chosen) {
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
        startCaches = new StartCaches(services(), progress);
        startCaches.makeInBackground();
    }

    private synchronized void launch(Service service) {
        if (stopping) throw new HouseException("The house is being stopped");
        awaited.add(service.name());
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
        demoAccounts = new DemoProvince(gatewayUrl(), secrets, options.data(), progress).load(directories);
    }

    private void tellHowToStart(ServiceEntry entry) {
        var file = environments.writeFile(entry);
        progress.say(entry.name() + " is left to you: run " + entry.mainClass() + " with the variables in " + file);
    }

    /** A service that runs here, by its word: {@code service("task").kill()}. */
    public Service service(String name) {
        var service = services.get(name);
        if (service == null) throw new HouseException("No service called " + name + " runs in this house");
        return service;
    }

    /** The services that are not started because they have no room yet, by their words. */
    public List<String> emptyServices() {
        return ServiceEntry.all().stream()
                .filter(entry -> !options.has(entry))
                .map(ServiceEntry::name)
                .toList();
    }

    public List<Service> services() {
        return List.copyOf(services.values());
    }

    public Servers servers() {
        return servers;
    }

    public String gatewayUrl() {
        return options.url(ServiceEntry.GATEWAY);
    }

    /** One account per tier, from province to village, each in the unit above the next; empty without demo province. */
    public List<Account> demoAccounts() {
        return demoAccounts;
    }

    /** The administrator's sign-in name and password. */
    public Account operator() {
        return new Account("ADMINISTRATOR", 0, "", Environments.OPERATOR, secrets.get(Environments.OPERATOR_PASSWORD));
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
                .forEach(Service::stop);
        inParallel(Math.max(1, last.size()), last, Service::stop);
    }

    /** Stops everything, the servers too. */
    public void stop() {
        close();
        servers.stop();
    }

    boolean isStopping() {
        return stopping;
    }

    private static String names(List<Service> services) {
        return String.join(", ", services.stream().map(Service::name).toList());
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

    /**
     * An account to sign in with.
     *
     * @param tier PROVINCE, CITY, COUNTY, TOWNSHIP or VILLAGE; ADMINISTRATOR for the one without a unit
     * @param unitName empty for the administrator
     */
    public record Account(String tier, long unit, String unitName, String login, String password) {}
}
