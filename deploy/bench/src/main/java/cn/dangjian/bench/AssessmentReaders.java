package cn.dangjian.bench;

import cn.dangjian.bench.Imports.Root;
import cn.dangjian.testkit.Api;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Fifty readers of a county ask at once why a village has what it has, and what the townships and villages have. */
final class AssessmentReaders {

    private static final int READERS = 50;

    private final Site site;
    private final Root root;
    private final Api assessment;

    AssessmentReaders(Site site, Root root) {
        this.site = site;
        this.root = root;
        this.assessment = site.direct("assessment");
    }

    String run() {
        long county = county();
        var townships = below(county, "TOWNSHIP");
        var villages = below(county, "VILLAGE");
        var clerk = site.people().activate(List.of(county)).getFirst();
        var token = site.people().token(clerk);
        return line(
                        "why a village has what it has, of 60 indicators",
                        "50",
                        () -> get(any(villages) + "/explanation", token))
                + line("a county's page by child", "20", () -> get(county + "/results", token))
                + line("a township's page by child", "20", () -> get(any(townships) + "/results", token));
    }

    private String line(String name, String goal, Supplier<Api.Answer> question) {
        return new Figures(new Readers(READERS).measure(reader -> question)).line("p99 over HTTP, ms: " + name, goal);
    }

    private Api.Answer get(String path, String token) {
        return assessment.get("/v1/units/" + path).as(token).send();
    }

    private static long any(List<Long> units) {
        return units.get(RandomGenerator.getDefault().nextInt(units.size()));
    }

    /** The one with most units below. */
    private long county() {
        return site.jdbc().sql("""
            select c.id from assessment.unit c join assessment.unit v on v.path > c.path and v.path < concat(c.path, '~')
             where c.tier = 'COUNTY' and c.path like concat(:path, '%') group by c.id order by count(*) desc, c.id limit 1\
            """).param("path", root.path()).query(Long.class).single();
    }

    private List<Long> below(long county, String tier) {
        return site.jdbc()
                .sql("""
                    select v.id from assessment.unit c join assessment.unit v on v.path > c.path and v.path < concat(c.path, '~')
                     where c.id = :county and v.tier = :tier order by v.id limit 5000\
                    """)
                .param("county", county)
                .param("tier", tier)
                .query(Long.class)
                .list();
    }
}
