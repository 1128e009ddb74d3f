package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.Imports.Root;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 党费: months of many members, billed beside {@code LOAD DATA} of the same rows; payments beside bare commits; and what people
 * ask then. Members and their pays are written into the tables before anything is measured: they exist nowhere else.
 */
final class DuesBench {

    private final YearMonth now = YearMonth.from(LocalDate.now(ZoneId.of("Asia/Shanghai")));
    private static final long FIRST = 1_000_000_000_000L;

    private final Site site;
    private final BenchOptions options;
    private final Root root;
    private final JdbcClient jdbc;
    private int months;

    DuesBench(Site site, BenchOptions options, Root root) {
        this.site = site;
        this.options = options;
        this.root = root;
        this.jdbc = site.jdbc();
    }

    String run() {
        settle();
        jdbc.sql("drop database if exists bare_dues").update();
        jdbc.sql("create database bare_dues").update();
        jdbc.sql("create table bare_dues.bill like dues.bill").update();
        billNext();
        loadLast();
        var turns = Turns.take(Math.max(1, options.blocks() / 2), this::billNext, this::loadLast);
        var billed = Figures.of(turns.ours(), seconds -> seconds);
        var loaded = Figures.of(turns.control(), seconds -> seconds);
        var again = new Figures(Stream.of(1, 2, 3).map(time -> billAgain()).toList());
        double told = awaitTold();
        return ("### dues of %,d members%n%n" + Figures.HEAD).formatted(options.people())
                + billed.leastOfBlocks()
                        .over(loaded.leastOfBlocks())
                        .line("**seconds: a month is billed / `LOAD DATA` of the same rows**", "at most 2.5")
                + new Figures(List.of(again.median() / billed.median()))
                        .line("**seconds: the same month once more / the first time**", "at most 0.6")
                + billed.line("a month is billed, s", "")
                + loaded.line("`LOAD DATA` into the same table with its indexes, s", "")
                + new Figures(List.of(told)).line("until all sums of all tiers are kept and told after that, s", "")
                + new DuesPayments(site, root).run()
                + new DuesReaders(site, root, lastMonth()).run()
                + loaded.evenness("`LOAD DATA`");
    }

    private YearMonth lastMonth() {
        return now.minusMonths(months);
    }

    /** Members of all villages alike, each with a pay of his own. */
    private void settle() {
        jdbc.sql("create or replace temporary table dues.bench_village (n int primary key, id bigint not null)")
                .update();
        jdbc.sql("""
            insert into dues.bench_village select row_number() over (order by path) - 1, id from dues.unit
             where tier = 'VILLAGE' and valid_to is null and path like concat(:path, '%')\
            """).param("path", root.path()).update();
        int villages = jdbc.sql("select count(*) from dues.bench_village")
                .query(Integer.class)
                .single();
        // villages alike, members of one together: as members come who are taken in branch by branch
        jdbc.sql("""
            insert into dues.payer (member_id, from_on, to_on, status, unit_id, class)
            select :first + s.seq, '2020-01-01', '9999-12-31', 'FULL', v.id, 'EMPLOYED'
              from dues.seq_0_to_%d s straight_join dues.bench_village v on v.n = s.seq * :villages div :people\
            """.formatted(options.people() - 1))
                .param("first", FIRST)
                .param("villages", (long) villages)
                .param("people", (long) options.people())
                .update();
        jdbc.sql("""
            insert into dues.base (member_id, from_month, to_month, scale, fen, document, subject, at)
            select :first + seq, '2020-01-01', '9999-12-01', 'SALARY', 200000 + seq * 7919 %% 1200000, '测量', 'bench', now(6)
              from dues.seq_0_to_%d\
            """.formatted(options.people() - 1)).param("first", FIRST).update();
        site.say("%,d members in %,d villages".formatted(options.people(), villages));
    }

    private double billNext() {
        months++;
        long start = System.nanoTime();
        ask();
        double seconds = awaitBilled(start);
        awaitTold();
        return seconds;
    }

    /** As if nobody knew that it was billed: each member is looked at once more. */
    private double billAgain() {
        jdbc.sql("update dues.bill_run set state = 'WAITING' where month = :month")
                .param("month", lastMonth().atDay(1))
                .update();
        return awaitBilled(System.nanoTime());
    }

    private void ask() {
        expect(
                202,
                site.api()
                        .post("/dues/v1/months/" + lastMonth() + "/bills", Map.of())
                        .as(token())
                        .key()
                        .send());
    }

    private double awaitBilled(long start) {
        Awaitility.await()
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql("select count(*) from dues.bill_run where state = 'WAITING'")
                                .query(Integer.class)
                                .single()
                        == 0);
        double seconds = (System.nanoTime() - start) / 1e9;
        long bills = bills();
        site.say("%s: %,d bills after %s s".formatted(lastMonth(), bills, Figures.shown(seconds)));
        if (bills != options.people())
            throw new IllegalStateException(bills + " bills of " + options.people() + " members");
        return seconds;
    }

    private long bills() {
        return jdbc.sql("select count(*) from dues.bill where month = :month and member_id >= :first")
                .param("month", lastMonth().atDay(1))
                .param("first", FIRST)
                .query(Long.class)
                .single();
    }

    private double awaitTold() {
        long start = System.nanoTime();
        Awaitility.await()
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> jdbc.sql("select exists (select 1 from dues.sum_mark)")
                                .query(Integer.class)
                                .single()
                        == 0);
        site.backlog().awaitNone();
        return (System.nanoTime() - start) / 1e9;
    }

    /** The rows of the last month once more into a table that is made alike; it grows by half of what the house's does. */
    private double loadLast() {
        Path file = options.work().resolve("bare-bill.txt");
        file.toFile().delete();
        jdbc.sql("select * from dues.bill where month = '" + lastMonth().atDay(1) + "' order by id into outfile '"
                        + file + "'")
                .update();
        // of one month two controls are taken: the second one finds the same rows gone
        jdbc.sql("delete from bare_dues.bill where month = :month")
                .param("month", lastMonth().atDay(1))
                .update();
        long start = System.nanoTime();
        jdbc.sql("load data infile '" + file + "' into table bare_dues.bill").update();
        double seconds = (System.nanoTime() - start) / 1e9;
        site.say("LOAD DATA of its bills: " + Figures.shown(seconds) + " s");
        return seconds;
    }

    /** Tokens end before a large measurement does. */
    private String token() {
        var person = site.people().activate(List.of(root.id())).getFirst();
        return site.people().token(person);
    }
}
