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
            if (!found.equals(new Finding(List.of(), List.of()))) wrong.add(found);
        });
        return wrong;
    }

    /** How many sums were wrong. */
    static long correct(Recount recount, Measure measure) {
        long[] corrected = {0};
        walk(recount, stretch -> corrected[0] += recount.correct(stretch, List.of(measure)));
        return corrected[0];
    }

    private static void walk(Recount recount, Consumer<Stretch> look) {
        var stretch = recount.stretch(Stretch.END);
        look.accept(stretch);
        while (!stretch.isLast()) {
            stretch = recount.stretch(stretch.after());
            look.accept(stretch);
        }
    }

    /** From the end of the tree on, so many units in each. */
    static List<Stretch> stretches(JdbcTemplate jdbc, int units) {
        var paths = jdbc.queryForList("select distinct path from unit_place order by path desc", String.class);
        var stretches = new ArrayList<Stretch>();
        String upTo = Stretch.END;
        for (int at = units; at < paths.size(); at += units) {
            stretches.add(new Stretch(paths.get(at), upTo));
            upTo = paths.get(at);
        }
        stretches.add(new Stretch("", upTo));
        return stretches;
    }
}
