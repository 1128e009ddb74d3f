package cn.dangjian.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.bench.Callers.Told;
import cn.dangjian.bench.Imports.Root;
import cn.dangjian.bench.People.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** 登录: what a flood from one address leaves to others, and how near sign-ins come to what hashes cost by themselves. */
final class SignInBench {

    private static final int PEOPLE = 16;
    private static final int FLOOD = 120;
    private static final int AT_ONCE = 20;
    private static final int MOST_PAUSE = 1000;
    private static final double ROUND_SECONDS = 60;
    private static final double RATE_SECONDS = 15;
    private static final int REQUESTS = 3_000;

    private final Site site;
    private final BenchOptions options;
    private final Root province;

    SignInBench(Site site, BenchOptions options, Root province) {
        this.site = site;
        this.options = options;
        this.province = province;
    }

    String run() {
        var people = people();
        var gateway = site.gatewayUrl() + "/identity/oauth2/token";
        return "### Sign-in%n%n".formatted()
                + Figures.HEAD
                + flood(people, gateway)
                + atOnce(people.getFirst(), gateway)
                + rates(people)
                + malformed(people.getFirst())
                + System.lineSeparator();
    }

    private List<Person> people() {
        var villages = site.jdbc()
                .sql("""
                    select id from task.unit where path > :path and path <= concat(:path, '~') and tier = 'VILLAGE' order by path limit :count\
                    """)
                .param("path", province.path())
                .param("count", PEOPLE)
                .query(Long.class)
                .list();
        return site.people().activate(villages);
    }

    /** Each person has an address, signs in, then waits up to a second. */
    private String flood(List<Person> people, String gateway) {
        round(people, gateway, ROUND_SECONDS / 6);
        var idle = round(people, gateway, ROUND_SECONDS);
        var tried = new AtomicInteger();
        var flooding = flooding(gateway, tried);
        List<Told> busy;
        try {
            busy = round(people, gateway, ROUND_SECONDS);
        } finally {
            flooding.close();
        }
        long refused = busy.stream().filter(told -> !told.good()).count();
        site.say(tried.get() + " made-up sign-ins meanwhile; the " + busy.size() + " right ones by status: "
                + busy.stream().collect(groupingBy(Told::status, TreeMap::new, counting())));
        var quiet = new Figures(List.of(p99(idle)));
        var loud = new Figures(List.of(p99(busy)));
        return loud.over(quiet)
                        .line(
                                "**p99 of right sign-ins while one address tries made-up ones on %d connections / idle**"
                                        .formatted(FLOOD),
                                "at most 3")
                + quiet.line("the same p99, idle, ms", "")
                + loud.line("the same p99, meanwhile, ms", "")
                + new Figures(List.of((double) (busy.size() - refused) / busy.size()))
                        .line("of the %,d right ones that succeeded".formatted(busy.size()), "1")
                + new Figures(List.of((double) tried.get())).line("made-up ones that were answered meanwhile", "");
    }

    @FunctionalInterface
    private interface Flooding {
        void close();
    }

    private Flooding flooding(String gateway, AtomicInteger tried) {
        long end = System.nanoTime() + (long) (ROUND_SECONDS * 1.2e9);
        var stop = new AtomicInteger();
        var stranger = Callers.at(gateway, 200);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < FLOOD; i++) {
            int number = i;
            threads.execute(() -> {
                for (int n = 0; stop.get() == 0 && System.nanoTime() < end; n++) {
                    stranger.signIn("nobody-%d-%d".formatted(number, n), "not-a-password-at-all");
                    tried.incrementAndGet();
                }
            });
        }
        return () -> {
            stop.set(1);
            threads.close();
        };
    }

    private List<Told> round(List<Person> people, String gateway, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        var told = Collections.synchronizedList(new ArrayList<Told>());
        var work = new ArrayList<Callable<Void>>();
        for (int i = 0; i < people.size(); i++) {
            var caller = Callers.at(gateway, i);
            var person = people.get(i);
            work.add(() -> {
                var random = RandomGenerator.getDefault();
                while (System.nanoTime() < end) {
                    Thread.sleep(random.nextInt(MOST_PAUSE));
                    told.add(caller.signIn(person.login(), site.people().password()));
                }
                return null;
            });
        }
        all(work);
        return List.copyOf(told);
    }

    private static double p99(List<Told> told) {
        var sorted = told.stream()
                .filter(Told::good)
                .map(one -> one.seconds() * 1000)
                .sorted()
                .toList();
        return sorted.get((int) (sorted.size() * 0.99));
    }

    private String atOnce(Person person, String gateway) {
        var caller = Callers.at(gateway, 100);
        var work = new ArrayList<Callable<Told>>();
        for (int i = 0; i < AT_ONCE; i++)
            work.add(() -> caller.signIn(person.login(), site.people().password()));
        var told = all(work);
        double good = told.stream().filter(Told::good).count();
        return new Figures(List.of(good))
                .line("of %d right sign-ins of one account at once that succeeded".formatted(AT_ONCE), "20");
    }

    /** At identity itself; the control and the house by turns. */
    private String rates(List<Person> people) {
        var identity = site.url("identity") + "/oauth2/token";
        var turns = Turns.take(options.blocks(), () -> perSecond(people, identity), HashRate::now);
        var signIns = Figures.of(turns.ours(), rate -> rate);
        var hashes = Figures.of(turns.control(), rate -> rate);
        double refreshes = refreshes(people, identity);
        site.say(String.format(
                Locale.ROOT,
                "%.1f sign-ins, %.1f bare hashes, %.0f refreshes per second",
                signIns.median(),
                hashes.median(),
                refreshes));
        return signIns.over(hashes).line("**sign-ins / bare hashes of all cores, per second**", "at least 0.9")
                + signIns.line("sign-ins per second, %d clients".formatted(PEOPLE), "")
                + hashes.line("bare hashes per second", "")
                + new Figures(List.of(refreshes / signIns.median())).line("**refreshes / sign-ins**", "at least 20")
                + new Figures(List.of(refreshes)).line("refreshes per second", "");
    }

    private double perSecond(List<Person> people, String identity) {
        long start = System.nanoTime();
        long end = start + (long) (RATE_SECONDS * 1e9);
        var work = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < people.size(); i++) {
            var caller = Callers.at(identity, i);
            var person = people.get(i);
            work.add(good(end, () -> caller.signIn(person.login(), site.people().password())
                    .good()));
        }
        int done = all(work).stream().mapToInt(Integer::intValue).sum();
        return done * 1e9 / (System.nanoTime() - start);
    }

    /** Each client goes on from what its last refresh gave it. */
    private double refreshes(List<Person> people, String identity) {
        var work = new ArrayList<Callable<Integer>>();
        var warm = new ArrayList<Callable<Integer>>();
        long begin = System.nanoTime();
        long warmed = begin + (long) (RATE_SECONDS * 3e8);
        for (int i = 0; i < people.size(); i++) {
            var caller = Callers.at(identity, i);
            var token = new String[] {
                caller.signIn(people.get(i).login(), site.people().password()).refreshToken()
            };
            Callable<Boolean> refresh = () -> {
                var told = caller.refresh(token[0]);
                if (!told.good()) throw new IllegalStateException("A refresh was refused: " + told);
                token[0] = told.refreshToken();
                return true;
            };
            warm.add(good(warmed, refresh));
            work.add(() -> good(System.nanoTime() + (long) (RATE_SECONDS * 1e9), refresh)
                    .call());
        }
        all(warm);
        long start = System.nanoTime();
        int done = all(work).stream().mapToInt(Integer::intValue).sum();
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static Callable<Integer> good(long end, Callable<Boolean> work) {
        return () -> {
            int good = 0;
            while (System.nanoTime() < end) if (work.call()) good++;
            return good;
        };
    }

    /** CPU of the house for a request that is refused beside one of the same door that is answered. */
    private String malformed(Person person) {
        var session = site.people().session(person);
        var task = site.direct("task");
        cpu(() ->
                task.get("/v1/assignments?limit=50").as(session.token()).send().status() == 200);
        var turns = Turns.take(
                options.blocks(),
                () -> cpu(() -> task.get("/v1/assignments?limit=many")
                                .as(session.token())
                                .send()
                                .status()
                        == 400),
                () -> cpu(() -> task.get("/v1/assignments?limit=50")
                                .as(session.token())
                                .send()
                                .status()
                        == 200));
        var refused = Figures.of(turns.ours(), seconds -> seconds);
        var answered = Figures.of(turns.control(), seconds -> seconds);
        return refused.over(answered).line("**CPU of a 400 / of a 200 of the same door**", "at most 1.2")
                + refused.line("CPU s of %,d requests that are refused".formatted(REQUESTS), "")
                + answered.line("CPU s of as many that are answered", "");
    }

    private static double cpu(Callable<Boolean> request) {
        var before = CpuTime.now();
        all(IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(any -> () -> {
                    for (int i = 0; i < REQUESTS / 4; i++) {
                        if (!request.call()) throw new IllegalStateException("Another answer than was expected");
                    }
                    return null;
                })
                .toList());
        return CpuTime.now().since(before).all();
    }

    private static <T> List<T> all(List<? extends Callable<T>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<T>();
            for (Future<T> one : threads.invokeAll(List.copyOf(work))) done.add(one.get());
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
