package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.Imports.Root;
import cn.dangjian.testkit.Api;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Payments of many clerks at once over HTTP at the service, beside commits of one row on the same database: a payment has its
 * request's key stored with it, and is checked against all that the member owes.
 */
final class DuesPayments {

    private static final int CLERKS = 16;
    private static final Duration TIME = Duration.ofSeconds(10);
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Site site;
    private final Root root;
    private final Api dues;

    DuesPayments(Site site, Root root) {
        this.site = site;
        this.root = root;
        this.dues = site.direct("dues");
    }

    private record Clerk(String token, List<Long> members) {}

    String run() {
        var clerks = clerks();
        site.jdbc()
                .sql("create table if not exists bare_dues.commits (id bigint auto_increment primary key, fen bigint)")
                .update();
        pay(clerks);
        var turns = Turns.take(2, () -> pay(clerks), this::commit);
        var paid = Figures.of(turns.ours(), rate -> rate);
        var committed = Figures.of(turns.control(), rate -> rate);
        return paid.over(committed)
                        .line(
                                "**per second: payments of 16 clerks over HTTP / bare durable commits of one row**",
                                "0.5 at the use case")
                + paid.line("payments per second over HTTP", "")
                + committed.line("bare commits per second of 16 connections", "");
    }

    /** Of the townships with most members. */
    private List<Clerk> clerks() {
        var townships = site.jdbc()
                .sql("""
                    select t.id from dues.unit t join dues.unit v on v.parent_id = t.id
                      join dues.payer p force index (payer_unit) on p.unit_id = v.id
                     where t.tier = 'TOWNSHIP' and t.path like concat(:path, '%')
                     group by t.id order by count(*) desc, t.id limit :most\
                    """)
                .param("path", root.path())
                .param("most", CLERKS)
                .query(Long.class)
                .list();
        return site.people().activate(townships).stream()
                .map(person -> new Clerk(site.people().token(person), members(person.unit())))
                .toList();
    }

    private List<Long> members(long township) {
        return site.jdbc()
                .sql("""
                    select p.member_id from dues.unit v join dues.payer p force index (payer_unit) on p.unit_id = v.id
                     where v.parent_id = :township order by p.member_id limit 2000\
                    """)
                .param("township", township)
                .query(Long.class)
                .list();
    }

    private double pay(List<Clerk> clerks) {
        var all = new ArrayList<Callable<Integer>>();
        long end = System.nanoTime() + TIME.toNanos();
        for (var clerk : clerks) {
            all.add(() -> {
                int done = 0;
                for (; System.nanoTime() < end; done++)
                    pay(clerk, clerk.members().get(done % clerk.members().size()));
                return done;
            });
        }
        return rate(all, "payments");
    }

    private void pay(Clerk clerk, long member) {
        var body = Map.of("amount", "0.01", "day", today.toString(), "way", "CASH", "by", "MEMBER", "again", true);
        expect(
                201,
                dues.post("/v1/members/" + member + "/payments", body)
                        .as(clerk.token())
                        .key()
                        .send());
    }

    private double commit() {
        var all = new ArrayList<Callable<Integer>>();
        long end = System.nanoTime() + TIME.toNanos();
        for (int i = 0; i < CLERKS; i++) all.add(() -> commits(end));
        return rate(all, "bare commits");
    }

    private int commits(long end) throws SQLException {
        try (var connection = site.connect();
                var insert = connection.prepareStatement("insert into bare_dues.commits (fen) values (?)")) {
            int done = 0;
            for (; System.nanoTime() < end; done++) {
                insert.setLong(1, done);
                insert.executeUpdate();
            }
            return done;
        }
    }

    private double rate(List<Callable<Integer>> all, String what) {
        long start = System.nanoTime();
        int done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(all)) done += one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        double rate = done / ((System.nanoTime() - start) / 1e9);
        site.say(Figures.shown(rate) + " " + what + " per second");
        return rate;
    }
}
