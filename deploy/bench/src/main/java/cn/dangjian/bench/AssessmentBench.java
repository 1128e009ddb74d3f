package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.Imports.Root;
import cn.dangjian.testkit.Api;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 考核: a year of all villages by sixty indicators, scored from stored facts, beside the same sums as bare
 * {@code INSERT ... SELECT}; facts that come in while one looks; and what people ask then. Measures and facts are written into
 * the tables before anything is measured: they exist nowhere else.
 */
final class AssessmentBench {

    static final int INDICATORS = 60;
    static final String MEASURE = "bench.m";

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Site site;
    private final BenchOptions options;
    private final Root root;
    private final JdbcClient jdbc;
    private final Api assessment;

    AssessmentBench(Site site, BenchOptions options, Root root) {
        this.site = site;
        this.options = options;
        this.root = root;
        this.jdbc = site.jdbc();
        this.assessment = site.direct("assessment");
    }

    String run() {
        int units = settle();
        long scheme = publish("VILLAGE", indicators(INDICATORS, false));
        awaitScored();
        control();
        var turns = Turns.take(Math.max(1, options.blocks() / 2), () -> score(scheme, units), this::insertSelect);
        var scored = Figures.of(turns.ours(), seconds -> seconds);
        var inserted = Figures.of(turns.control(), seconds -> seconds);
        var facts = new AssessmentFacts(site, scheme).run();
        publish("TOWNSHIP", indicators(4, true));
        awaitScored();
        return ("### a year of %,d units by %d indicators%n%n" + Figures.HEAD).formatted(units, INDICATORS)
                + scored.leastOfBlocks()
                        .over(inserted.leastOfBlocks())
                        .line(
                                "**seconds: a year is scored from stored facts / the same sums as `INSERT ..."
                                        + " SELECT`**",
                                "at most 3")
                + scored.line("a year is scored, with its sums and medians, s", "")
                + inserted.line("`INSERT ... SELECT` into the same tables with their indexes, s", "")
                + facts
                + new AssessmentReaders(site, root).run()
                + inserted.evenness("`INSERT ... SELECT`");
    }

    /** Sixty measures, and a fact of each at each village; answers how many villages there are. */
    private int settle() {
        jdbc.sql("""
            insert ignore into assessment.measure (code, name, definition, counted_in, fact, source, kept, nature, objects,
                                                   version)
            select concat(:measure, seq), concat('测量', seq), '测量', '项', concat('bench.f', seq), 'bench.v1', 0, 'WORK',
                   'TOWNSHIP|VILLAGE', 1
              from assessment.seq_1_to_%d\
            """.formatted(INDICATORS)).param("measure", MEASURE).update();
        jdbc.sql("""
            insert into assessment.fact (measure, thing, day, to_on, kept, unit_id, numerator, denominator, event_id, version,
                                         heard_at)
            select concat(:measure, s.seq), concat('bench:', v.id), :day, '9999-12-31', 0, v.id,
                   (v.id * 31 + s.seq * 7) %% 100, 100, '00000000-0000-0000-0000-000000000000', 1, now(6)
              from assessment.unit v straight_join assessment.seq_1_to_%d s
             where v.tier = 'VILLAGE' and v.valid_to is null and v.path like concat(:path, '%%') order by v.id, s.seq\
            """.formatted(INDICATORS))
                .param("measure", MEASURE)
                .param("day", today)
                .param("path", root.path())
                .update();
        jdbc.sql("update assessment.unit set valid_from = :day where path like concat(:path, '%')")
                .param("day", today.withDayOfYear(1))
                .param("path", root.path())
                .update();
        int facts = jdbc.sql("select count(*) from assessment.fact where measure like 'bench.%'")
                .query(Integer.class)
                .single();
        site.say("%,d facts".formatted(facts));
        return facts / INDICATORS;
    }

    private List<Map<String, Object>> indicators(int count, boolean below) {
        return IntStream.rangeClosed(1, count)
                .<Map<String, Object>>mapToObj(each -> Map.ofEntries(
                        Map.entry("module", "ORGANIZATION"),
                        Map.entry("code", "M" + each),
                        Map.entry("name", "测量" + each),
                        Map.entry("method", "AUTOMATIC"),
                        Map.entry("measure", MEASURE + each),
                        Map.entry("below", below),
                        Map.entry("weight", weight(each, count)),
                        Map.entry("zeroMark", 0),
                        Map.entry("fullMark", 9500),
                        Map.entry("whenEmpty", "FULL")))
                .toList();
    }

    /** All together a hundred. */
    private static String weight(int each, int count) {
        int less = 10_000 / count;
        return BigDecimal.valueOf(each <= 10_000 - less * count ? less + 1 : less, 2)
                .toPlainString();
    }

    private long publish(String object, List<Map<String, Object>> indicators) {
        var token = token();
        var scheme = Map.of(
                "year",
                today.getYear(),
                "object",
                object,
                "title",
                "测量",
                "ownMost",
                "0.00",
                "additionsMost",
                "0.00",
                "ranking",
                "NEVER",
                "audience",
                "OWNER",
                "indicators",
                indicators);
        long id = expect(
                        201,
                        assessment.post("/v1/schemes", scheme).as(token).key().send())
                .json()
                .path("id")
                .asLong();
        expect(
                200,
                assessment
                        .post(
                                "/v1/schemes/" + id + "/publication",
                                Map.of("from", today.withDayOfYear(1).toString(), "document", "测量"))
                        .as(token)
                        .key()
                        .send());
        return id;
    }

    /** As if nobody had scored them: no score is there, and all are due. */
    private double score(long scheme, int units) {
        jdbc.sql("delete from assessment.score where scheme_id = :scheme")
                .param("scheme", scheme)
                .update();
        jdbc.sql("delete from assessment.score_total where scheme_id = :scheme")
                .param("scheme", scheme)
                .update();
        long start = System.nanoTime();
        jdbc.sql("""
            insert ignore into assessment.score_due (unit_id, year)
            select id, :year from assessment.unit
             where tier = 'VILLAGE' and valid_to is null and path like concat(:path, '%') order by id\
            """).param("year", today.getYear()).param("path", root.path()).update();
        awaitScored();
        double seconds = (System.nanoTime() - start) / 1e9;
        long scores = jdbc.sql("select count(*) from assessment.score where scheme_id = :scheme")
                .param("scheme", scheme)
                .query(Long.class)
                .single();
        site.say("%,d scores after %s s".formatted(scores, Figures.shown(seconds)));
        if (scores != (long) units * INDICATORS)
            throw new IllegalStateException(scores + " scores of " + units + " units");
        return seconds;
    }

    private void awaitScored() {
        Awaitility.await()
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql("""
                    select (select count(*) from assessment.score_due) + (select count(*) from assessment.median_due)\
                    """).query(Integer.class).single() == 0);
    }

    private void control() {
        jdbc.sql("drop database if exists bare_assessment").update();
        jdbc.sql("create database bare_assessment").update();
        for (String table : List.of("score", "score_total"))
            jdbc.sql("create table bare_assessment." + table + " like assessment." + table)
                    .update();
    }

    /** The same sums of the same facts, in two statements; points are those sums, for nobody computes a formula here. */
    private double insertSelect() {
        for (String table : List.of("score", "score_total"))
            jdbc.sql("truncate table bare_assessment." + table).update();
        long start = System.nanoTime();
        jdbc.sql("""
            insert into bare_assessment.score (unit_id, year, part_on, indicator_id, scheme_id, numerator, denominator, points)
            select f.unit_id, :year, :first, i.id, i.scheme_id, sum(f.numerator), sum(f.denominator), sum(f.numerator)
              from assessment.unit v
              join assessment.scheme s on s.object = 'VILLAGE' and s.title = '测量'
              join assessment.indicator i on i.scheme_id = s.id
              join assessment.fact f force index (fact_unit) on f.unit_id = v.id and f.measure = i.measure
               and f.day >= :first and f.day <= :today
             where v.tier = 'VILLAGE' and v.valid_to is null and v.path like concat(:path, '%')
             group by f.unit_id, i.id, i.scheme_id\
            """)
                .param("year", today.getYear())
                .param("first", today.withDayOfYear(1))
                .param("today", today)
                .param("path", root.path())
                .update();
        jdbc.sql("""
            insert into bare_assessment.score_total (unit_id, year, part_on, scheme_id, as_of, points, applicable, additions,
                                                     total)
            select s.unit_id, s.year, s.part_on, s.scheme_id, :today, sum(s.points), sum(i.weight), 0, sum(s.points)
              from bare_assessment.score s join assessment.indicator i on i.id = s.indicator_id
             group by s.unit_id, s.year, s.part_on, s.scheme_id\
            """).param("today", today).update();
        double seconds = (System.nanoTime() - start) / 1e9;
        site.say("INSERT ... SELECT of the same sums: " + Figures.shown(seconds) + " s");
        return seconds;
    }

    /** Tokens end before a large measurement does. */
    private String token() {
        var person = site.people().activate(List.of(root.id())).getFirst();
        return site.people().token(person);
    }
}
