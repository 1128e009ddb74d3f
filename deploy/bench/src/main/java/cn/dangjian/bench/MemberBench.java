package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.Imports.Root;
import cn.dangjian.local.HouseException;
import cn.dangjian.local.synthetic.Person;
import cn.dangjian.local.synthetic.Persons;
import cn.dangjian.testkit.Api;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** 党员: the import of many persons beside {@code LOAD DATA} of the finished rows, and what people ask of them then. */
final class MemberBench {

    private static final long SEED = 42;
    private static final int PIECE = 2_000_000;

    /** Persons in each file: as many as a file may have. */
    private static final int IN_A_FILE = 250_000;

    private static final List<String> TABLES = List.of("member", "member_event", "standing");
    private static final String HEADER =
            "name,number,unitCode,appliedOn,activistOn,objectOn,admittedOn,fullOn,memberClass,ethnicity,education,phone\n";
    private static final int SAMPLES = 10;

    private final Site site;
    private final BenchOptions options;
    private final Root root;

    MemberBench(Site site, BenchOptions options, Root root) {
        this.site = site;
        this.options = options;
        this.root = root;
    }

    String run() {
        var codes = site.jdbc()
                .sql("select code from member.unit where tier = 'VILLAGE' and path like concat(:path, '%') order by"
                        + " path")
                .param("path", root.path())
                .query(String.class)
                .list();
        var persons = new Persons(SEED, codes, options.people(), LocalDate.now(ZoneId.of("Asia/Shanghai")));
        var province = site.people().activate(List.of(root.id())).getFirst();
        var session = site.people().session(province);
        double imported = enter(persons, session);
        double told = awaitTold();
        double loaded = loadFinishedRows();
        var lag = lag(session);
        return ("### %,d members%n%n" + Figures.HEAD).formatted(options.people())
                + new Figures(List.of(loaded / imported))
                        .line(
                                "**rows per second: import of files / `LOAD DATA` of the finished rows**",
                                "at least 0.15")
                + new Figures(List.of(options.people() / imported)).line("persons per second: import, sent to DONE", "")
                + new Figures(List.of(told)).line("until all numbers and standings were told after that, s", "")
                + new Figures(List.of(loaded)).line("`LOAD DATA` into the same tables with their indexes, s", "")
                + new Figures(lag).line("one member changes until the units' numbers know in organization, s", "2")
                + new MemberReaders(site, root).run(persons);
    }

    private double enter(Persons persons, Session session) {
        long start = System.nanoTime();
        for (long from = 0; from < persons.people(); from += IN_A_FILE) {
            long behind = Math.min(from + IN_A_FILE, persons.people());
            var text = Stream.iterate(from, index -> index < behind, index -> index + 1)
                    .map(index -> line(persons.person(index)))
                    .collect(Collectors.joining("", HEADER, ""));
            send(text.getBytes(StandardCharsets.UTF_8), session);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String line(Person person) {
        return Stream.of(
                        person.name(),
                        person.number(),
                        person.unit(),
                        person.appliedOn(),
                        person.activistOn(),
                        person.objectOn(),
                        person.admittedOn(),
                        person.fullOn(),
                        person.memberClass(),
                        person.ethnicity(),
                        person.education(),
                        person.phone())
                .map(cell -> Objects.toString(cell, ""))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private void send(byte[] content, Session session) {
        var api = site.api();
        long upload = expect(
                        201,
                        api.post("/member/v1/uploads").as(session.token()).key().send())
                .json()
                .path("id")
                .asLong();
        for (int from = 0; from < content.length; from += PIECE) {
            int to = Math.min(from + PIECE, content.length);
            expect(
                    204,
                    api.patch("/member/v1/uploads/" + upload, Arrays.copyOfRange(content, from, to))
                            .as(session.token())
                            .header("Upload-Offset", Integer.toString(from))
                            .header("Upload-Complete", to == content.length ? "?1" : "?0")
                            .send());
        }
        var intake = expect(
                        202,
                        api.post("/member/v1/intakes?what=MEMBERS&upload=" + upload)
                                .contentType("text/csv")
                                .as(session.token())
                                .key()
                                .send())
                .json();
        String path = "/member/v1/intakes/" + intake.path("id").asLong();
        Awaitility.await()
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> isDone(api.get(path).as(session.token()).send()));
        var done = api.get(path).as(session.token()).send().json();
        site.say("a file of members: " + done);
        if (done.path("rejected").asInt() > 0) throw new HouseException("Rows of members were rejected: " + done);
    }

    private static boolean isDone(Api.Answer answer) {
        String state = answer.json().path("state").asString();
        if (state.equals("FAILED")) throw new HouseException("The file failed: " + answer);
        return state.equals("DONE");
    }

    /** Seconds until nothing is due any more, and everybody has heard it. */
    private double awaitTold() {
        long start = System.nanoTime();
        Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> due() == 0);
        site.backlog().awaitNone();
        return (System.nanoTime() - start) / 1e9;
    }

    private long due() {
        return site.jdbc()
                .sql("select exists (select 1 from member.due)")
                .query(Long.class)
                .single();
    }

    /** The same rows once more into tables that are made alike, in a schema of their own. */
    private double loadFinishedRows() {
        var jdbc = site.jdbc();
        jdbc.sql("drop database if exists bare_member").update();
        jdbc.sql("create database bare_member").update();
        double seconds = 0;
        for (var table : TABLES) {
            Path file = options.work().resolve("bare-" + table + ".txt");
            file.toFile().delete();
            jdbc.sql("create table bare_member." + table + " like member." + table)
                    .update();
            jdbc.sql("select * from member." + table + " into outfile '" + file + "'")
                    .update();
            long start = System.nanoTime();
            jdbc.sql("load data infile '" + file + "' into table bare_member." + table)
                    .update();
            seconds += (System.nanoTime() - start) / 1e9;
            site.say("LOAD DATA of " + table + " until " + Figures.shown(seconds) + " s");
        }
        return seconds;
    }

    /** A death is written down, and the unit's number in organization changes. */
    private List<Double> lag(Session session) {
        return Stream.generate(() -> 0)
                .limit(SAMPLES)
                .map(sample -> oneLag(session))
                .toList();
    }

    private record Living(long id, long unit, int members) {}

    private double oneLag(Session session) {
        var one = site.jdbc().sql("""
            select s.member_id id, s.unit_id unit, c.full_members + c.probationary members
              from member.standing s join organization.member_count c on c.unit_id = s.unit_id
             where s.to_on = '9999-12-31' and s.status = 'FULL' order by rand() limit 1\
            """).query(Living.class).single();
        var death = Map.of("what", "DIED", "day", "2026-01-31", "reason", "测量");
        var answer = site.api()
                .post("/member/v1/members/" + one.id() + "/events", death)
                .as(session.token())
                .key()
                .send();
        long start = System.nanoTime();
        expect(201, answer);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> site.jdbc()
                                .sql("select full_members + probationary from organization.member_count"
                                        + " where unit_id = :unit")
                                .param("unit", one.unit())
                                .query(Integer.class)
                                .single()
                        == one.members() - 1);
        return (System.nanoTime() - start) / 1e9;
    }
}
