package cn.dangjian.local;

import cn.dangjian.local.HouseOptions.Compilers;
import cn.dangjian.testkit.server.ServerSettings;
import cn.dangjian.testkit.server.Servers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** {@code deploy/up}: starts the house on this machine and keeps it until Ctrl-C. */
public final class Up {

    private static final int DATABASE = 13306;
    private static final int BROKER = 19092;
    private static final int CONTROLLER = 19093;
    private static final int REDIS = 16379;
    private static final int RESTARTS = 5;

    private Up() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (HouseException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String[] arguments) {
        long start = begun();
        var without = new HashSet<String>();
        boolean fresh = false;
        boolean demo = true;
        var compilers = Compilers.FIRST;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--fresh" -> fresh = true;
                case "--empty" -> demo = false;
                case "--fast" -> compilers = Compilers.BOTH;
                case "--without" -> {
                    if (++i == arguments.length) throw new HouseException("--without needs the names of services");
                    without.addAll(List.of(arguments[i].split(",", -1)));
                }
                default -> throw new HouseException("Unknown option " + arguments[i] + ", see deploy/up --help");
            }
        }
        var options = HouseOptions.local(
                Path.of(System.getProperty("house.root", ".")),
                System.getProperty("house.build", "target"),
                without,
                demo,
                compilers);
        var data = options.data();
        var lock = lock(data);
        if (fresh) empty(data);
        var started = ServiceEntry.all().stream().filter(options::starts).toList();
        Requirements.check(data, started.size(), ports(started));

        var progress = new Progress(System.out, start);
        var house = new LocalHouse(servers(data), options, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(house, progress, lock), "stop-house"));
        house.start();
        greet(house, progress);
        watch(house, progress);
    }

    /** When the command was given, which may have built first. */
    private static long begun() {
        long passed = System.currentTimeMillis() - Long.getLong("house.begun", System.currentTimeMillis());
        return System.nanoTime() - Duration.ofMillis(passed).toNanos();
    }

    private static Servers servers(Path data) {
        var secrets = new Secrets(data.resolve("secrets"));
        return Servers.embedded(new ServerSettings(
                data,
                data.resolve("log"),
                DATABASE,
                BROKER,
                CONTROLLER,
                REDIS,
                secrets.get("database-root"),
                secrets.get("redis"),
                192,
                320));
    }

    private static Map<Integer, String> ports(List<ServiceEntry> started) {
        var ports = new HashMap<Integer, String>(
                Map.of(DATABASE, "MariaDB", BROKER, "Kafka", CONTROLLER, "Kafka's controller", REDIS, "Redis"));
        for (var service : started) ports.put(service.port(), service.name());
        return ports;
    }

    /** Held until this process ends: two houses on one data folder would ruin it. */
    private static RandomAccessFile lock(Path data) {
        try {
            Files.createDirectories(data);
            var file = new RandomAccessFile(data.resolve("lock").toFile(), "rw");
            if (file.getChannel().tryLock() == null) {
                file.close();
                throw new HouseException("deploy/up runs already on " + data + ": stop it first (Ctrl-C there)");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path data) {
        try (var files = Files.list(data)) {
            for (var file : files.filter(file -> !file.endsWith("lock")).toList()) Program.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(LocalHouse house, Progress progress, RandomAccessFile lock) {
        progress.plain("");
        progress.say("stopping");
        house.stop();
        progress.say("everything is stopped");
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void greet(LocalHouse house, Progress progress) {
        double seconds = progress.seconds();
        var memory = Memory.ofTheHouse();
        progress.plain("");
        progress.plain(String.format(
                Locale.ROOT,
                "Ready (就绪) in %.1f s, %,d MB resident%s",
                seconds,
                memory.resident() >> 20,
                memory.proportional() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, " (%,d MB with shared pages counted once)", memory.proportional() >> 20)));
        progress.plain("");
        progress.plain("  gateway (网关)   " + house.gatewayUrl());
        var operator = house.operator();
        progress.plain("  administrator    " + operator.login() + "  " + operator.password());
        for (var account : house.demoAccounts()) {
            progress.plain(String.format(
                    "  %-15s  %s  %s  (%s)",
                    account.tier().toLowerCase(Locale.ROOT), account.login(), account.password(), account.unitName()));
        }
        if (!house.emptyServices().isEmpty()) {
            progress.plain(
                    "  not started      " + String.join(", ", house.emptyServices()) + ": no rooms in them yet (尚未布置)");
        }
        var one = house.demoAccounts().stream()
                .filter(account -> account.tier().equals("COUNTY"))
                .findFirst()
                .orElse(operator);
        progress.plain("");
        progress.plain("Sign in (登录), for example:");
        progress.plain("  curl -s " + house.gatewayUrl() + "/identity/oauth2/token"
                + " -d grant_type=urn:dangjian:params:oauth:grant-type:sign-in -d client_id=dangjian-app"
                + " -d username=" + one.login() + " -d password=" + one.password());
        progress.plain("");
        progress.plain("Ctrl-C stops everything. Logs are in data/log.");
    }

    /** Starts a service again that has ended by itself, unless it keeps ending; the others go on. */
    private static void watch(LocalHouse house, Progress progress) {
        var restarts = new HashMap<String, Integer>();
        while (!Thread.currentThread().isInterrupted()) {
            for (var service : house.localServices()) {
                if (service.isAlive() || house.isStopping()) continue;
                int before = restarts.merge(service.name(), 1, Integer::sum);
                if (before <= RESTARTS) restart(service, progress);
                if (before == RESTARTS + 1) {
                    progress.say(service.name() + " keeps ending and is left alone, the others go on. The end of "
                            + service.log() + ":\n" + service.lastLines());
                }
            }
            LockSupport.parkNanos(500_000_000);
        }
    }

    private static void restart(LocalService service, Progress progress) {
        progress.say(service.name() + " has ended and is started again (已自动重启), see " + service.log());
        service.start();
    }
}
