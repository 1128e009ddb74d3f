package cn.dangjian.organization.tree.search;

import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Table {@code unit_namesake}: villages beside which there is one with the same shortened name. */
@Repository
class NamesakeTable {

    private final Rows rows;
    private final Kinds kinds;

    NamesakeTable(Rows rows, Kinds kinds) {
        this.rows = rows;
        this.kinds = kinds;
    }

    private record Village(long id, long parent, String name) {}

    private record Together(long parent, String name) {}

    private record Namesake(long unit) {}

    /** Looks at all villages beside some units anew. */
    @Unscoped("compares names, whoever may see them")
    void compare(Collection<Long> units) {
        var villages = rows.unscoped("""
            select c.id, c.parent_id parent, c.name from unit c
              join (select distinct u.parent_id from unit u where u.id in (:units) and u.tier = 'VILLAGE') p
                on p.parent_id = c.parent_id
             where c.tier = 'VILLAGE' and c.valid_to is null\
            """).with("units", units).list(Village.class);
        if (villages.isEmpty()) return;
        rows.sql("delete from unit_namesake where unit_id in (:units)")
                .with("units", villages.stream().map(Village::id).toList())
                .update();
        rows.sql("insert into unit_namesake (unit_id) values (:unit) on duplicate key update unit_id = values(unit_id)")
                .each(namesakes(villages));
    }

    private List<Namesake> namesakes(List<Village> villages) {
        return villages.stream()
                .collect(Collectors.groupingBy(
                        village -> new Together(village.parent(), kinds.shortened(village.name()))))
                .values()
                .stream()
                .filter(together -> together.size() > 1)
                .flatMap(List::stream)
                .map(village -> new Namesake(village.id()))
                .toList();
    }
}
