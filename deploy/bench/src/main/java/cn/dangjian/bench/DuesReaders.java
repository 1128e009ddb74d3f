package cn.dangjian.bench;

import cn.dangjian.bench.Imports.Root;
import cn.dangjian.testkit.Api;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Fifty readers of a county ask the service at once why somebody owes what he owes, for his year, and for the county's figures. */
final class DuesReaders {

    private static final int READERS = 50;
    private static final String GOAL = "20";

    private final Site site;
    private final Root root;
    private final Api dues;
    private final YearMonth month;

    DuesReaders(Site site, Root root, YearMonth month) {
        this.site = site;
        this.root = root;
        this.dues = site.direct("dues");
        this.month = month;
    }

    String run() {
        long county = county();
        var members = members(county);
        var clerk = site.people().activate(List.of(county)).getFirst();
        var token = site.people().token(clerk);
        return line("why a member owes what he owes", () -> get("members/" + any(members) + "/dues/" + month, token))
                + line("a member's statement", () -> get("members/" + any(members) + "/dues", token))
                + line(
                        "a county's figures by township",
                        () -> get("units/" + county + "/totals?from=" + month + "&to=" + month.plusMonths(11), token));
    }

    private String line(String name, Supplier<Api.Answer> question) {
        return new Figures(new Readers(READERS).measure(reader -> question)).line("p99 over HTTP, ms: " + name, GOAL);
    }

    private Api.Answer get(String path, String token) {
        return dues.get("/v1/" + path).as(token).send();
    }

    private static long any(List<Long> members) {
        return members.get(RandomGenerator.getDefault().nextInt(members.size()));
    }

    /** The one with most units below. */
    private long county() {
        return site.jdbc().sql("""
            select c.id from dues.unit c join dues.unit v on v.path > c.path and v.path < concat(c.path, '~')
             where c.tier = 'COUNTY' and c.path like concat(:path, '%') group by c.id order by count(*) desc, c.id limit 1\
            """).param("path", root.path()).query(Long.class).single();
    }

    private List<Long> members(long county) {
        return site.jdbc().sql("""
            select p.member_id from dues.unit c join dues.unit v on v.path > c.path and v.path < concat(c.path, '~')
              join dues.payer p force index (payer_unit) on p.unit_id = v.id where c.id = :county limit 5000\
            """).param("county", county).query(Long.class).list();
    }
}
