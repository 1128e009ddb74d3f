package cn.dangjian.member.sheets.exports;

import cn.dangjian.member.sheets.exports.RollQueries.Person;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export.Line;
import cn.dangjian.platform.web.Wording;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 党员名册: what an export shows of persons, for whoever sends it back. */
@Component
public class Roll {

    private final RollQueries queries;
    private final RollColumns columns;

    Roll(RollQueries queries, RollColumns columns) {
        this.queries = queries;
        this.columns = columns;
    }

    /** What stands in a roll of one person, by the keys of the columns. */
    public record Shown(Map<String, String> masked, Map<String, String> full) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "Shown[]";
        }

        /** Whether a text is the one of a masked roll; what nobody is shown is none. */
        public boolean isMasked(String key, String text) {
            return text.equals(masked.get(key));
        }

        /** Whether a text is the one of a roll in full. */
        public boolean isFull(String key, String text) {
            return text.equals(full.get(key));
        }
    }

    /** Whether a column is masked for whoever may not read it. */
    public static boolean isSealed(String key) {
        return RollColumns.SEALED.contains(key);
    }

    /** Of each of some persons who are on a roll of the scope. */
    public Map<Long, Shown> shown(Collection<Long> members, Scope scope) {
        var shown = new HashMap<Long, Shown>();
        for (var person : queries.listOf(members, scope)) shown.put(person.id(), shown(person));
        return shown;
    }

    private Shown shown(Person person) {
        return new Shown(texts(columns.masked(person)), texts(columns.full(person)));
    }

    private static Map<String, String> texts(Line line) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < RollColumns.COLUMNS.size(); i++)
            texts.put(
                    RollColumns.COLUMNS.get(i).key(), Wording.clean(line.cells().get(i)));
        return texts;
    }
}
