package cn.dangjian.member.sheets.exports;

import cn.dangjian.member.sheets.exports.RollQueries.Person;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.Wording;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Of each of some persons who are on a roll of the scope, by the keys of the columns: masked, and in full. */
    public Map<Long, Map<String, Set<String>>> shown(Collection<Long> members, Scope scope) {
        var shown = new HashMap<Long, Map<String, Set<String>>>();
        for (var person : queries.listOf(members, scope)) shown.put(person.id(), shown(person));
        return shown;
    }

    private Map<String, Set<String>> shown(Person person) {
        var masked = columns.masked(person).cells();
        var full = columns.full(person).cells();
        var shown = new HashMap<String, Set<String>>();
        for (int i = 0; i < RollColumns.COLUMNS.size(); i++) {
            var texts = List.of(Wording.clean(masked.get(i)), Wording.clean(full.get(i)));
            shown.put(RollColumns.COLUMNS.get(i).key(), Set.copyOf(texts));
        }
        return shown;
    }
}
