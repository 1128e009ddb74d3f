package cn.dangjian.statistics.figure.kept;

import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.Recount.Finding;
import cn.dangjian.statistics.figure.kept.Recount.Stretch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Through the whole tree, stretch by stretch. */
final class Recounts {

    private Recounts() {}

    /** What is wrong anywhere. */
    static List<Finding> check(Recount recount, Collection<Measure> measures) {
        var wrong = new ArrayList<Finding>();
        walk(recount, stretch -> {
            var found = recount.check(stretch, measures);
            if (!found.equals(new Finding(List.of(), List.of(), List.of()))) wrong.add(found);
        });
        return wrong;
    }

    /** How many sums were wrong. */
    static long correct(Recount recount, Measure measure) {
        long[] corrected = {0};
        walk(recount, stretch -> corrected[0] += recount.correct(stretch, List.of(measure)));
        return corrected[0];
    }

    /** The same of several measures, so many units at a time. */
    static long correct(Recount recount, JdbcTemplate jdbc, int units, Collection<Measure> measures) {
        var paths = jdbc.queryForList("select distinct path from unit_place order by path", String.class);
        long corrected = 0;
        String after = "";
        for (int at = units - 1; at < paths.size(); at += units) {
            corrected += recount.correct(new Stretch(after, paths.get(at)), measures);
            after = paths.get(at);
        }
        return corrected + recount.correct(Stretch.toTheEnd(after), measures);
    }

    private static void walk(Recount recount, Consumer<Stretch> look) {
        var stretch = recount.stretch("");
        look.accept(stretch);
        while (!stretch.isLast()) {
            stretch = recount.stretch(stretch.upTo());
            look.accept(stretch);
        }
    }
}
