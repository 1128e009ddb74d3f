package cn.dangjian.local;

import cn.dangjian.testkit.server.Servers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

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
    private final List<ServiceEntry> entries;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private volatile List<Account> demoAccounts = List.of();
    private volatile boolean stopping;

    House(Servers servers, HouseOptions options, Progress progress) {
        this.options = options;
        this.servers = servers;
        this.progress = progress;
        this.secrets = new Secrets(options.data().resolve("secrets"));
        var all = ServiceEntry.all();
        for (var name : options.without()) options.port(name);
        this.entries = all.stream()
                .filter(entry -> !options.without().contains(entry.name()))
                .toList();
        // a jar that is missing is told before anything starts
        for (var entry : entries) entry.jar(options.root());
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
        startServers();
        for (var entry : ServiceEntry.all()) {
            if (entry.hasSchema()) {
                servers.createSchema(entry.name(), entry.name(), environments.databasePassword(entry));
            }
            if (options.without().contains(entry.name())) tellHowToStart(entry);
        }
        for (var entry : entries) services.put(entry.name(), service(entry));
        start(services().stream().filter(House::isConfig).toList());
        start(services().stream().filter(service -> !isConfig(service)).toList());
        if (options.demo()) loadDemoProvince();
    }

    private Service service(ServiceEntry entry) {
        var programs = options.root().resolve("deploy/local/target/programs");
        var program = new Program(entry, entry.jar(options.root()), programs);
        return new Service(
                entry,
                options.url(entry.name()),
                program,
                environments.of(entry),
                options.data().resolve("log"));
    }

    private static boolean isConfig(Service service) {
        return service.name().equals(ServiceEntry.CONFIG);
    }

    private void startServers() {
        long since = System.nanoTime();
        progress.say("starting " + servers.database().name() + ", "
                + servers.broker().name() + ", " + servers.redis().name());
        servers.start();
        progress.say("the servers are ready (" + Progress.seconds(since) + ")");
    }

    private void start(List<Service> chosen) {
        if (chosen.isEmpty()) return;
        prepare(chosen);
        progress.say("starting " + names(chosen));
        long since = System.nanoTime();
        for (var service : chosen) launch(service);
        inParallel(chosen.size(), chosen, service -> {
            service.awaitHealthy();
            progress.say(service.name() + " is ready (" + Progress.seconds(since) + ")");
        });
    }

    /** What was built since the last start; two at a time, as on two cores. */
    private void prepare(List<Service> chosen) {
        if (!options.prepare()) {
            inParallel(2, chosen, Service::extract);
            return;
        }
        var unprepared =
                chosen.stream().filter(service -> !service.isPrepared()).toList();
        if (unprepared.isEmpty()) return;
        progress.say("preparing " + names(unprepared) + " for fast starts (once per build)");
        inParallel(2, unprepared, service -> {
            try {
                service.prepare();
            } catch (HouseException e) {
                progress.say(service.name() + " will start without its cache: " + e.getMessage());
            }
        });
    }

    private synchronized void launch(Service service) {
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
