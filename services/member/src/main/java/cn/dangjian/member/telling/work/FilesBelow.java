package cn.dangjian.member.telling.work;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.member.person.quality.Fact;
import cn.dangjian.member.person.quality.Quality;
import cn.dangjian.member.person.quality.UnitQuality;
import cn.dangjian.member.telling.work.WorkTable.Changed;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How whole the files below a unit are: what is kept, and of units that have changed since what their files say. */
@Component
class FilesBelow {

    private static final int AT_ONCE = 1000;

    private final WorkTable table;
    private final Quality quality;

    FilesBelow(WorkTable table, Quality quality) {
        this.table = table;
        this.quality = quality;
    }

    /**
     * How whole the files of a part of the tree are.
     *
     * @param unit the child, or the unit itself for those who belong to it
     * @param whole how many files lack nothing
     */
    record Part(UnitId unit, String name, int people, int whole, int percent, Map<Fact, Integer> missing) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Part> of(Unit unit, Scope scope) {
        int depth = scope.path(unit).length() + Unit.SEGMENT;
        var below = new HashMap<String, UnitQuality>();
        for (var sum : table.sums(unit, scope)) below.put(sum.path(), sum.quality());
        var changed = table.changed(scope).stream().collect(toMap(Changed::id, Changed::path));
        var ids = List.copyOf(changed.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            for (var one : quality.units(ids.subList(from, Math.min(from + AT_ONCE, ids.size())))) {
                var path = Objects.requireNonNull(changed.get(one.unit()));
                below.merge(path.substring(0, Math.min(depth, path.length())), one, FilesBelow::sum);
            }
        }
        return table.children(unit, scope).stream()
                .filter(child -> below.containsKey(child.path()))
                .map(child -> part(child.id(), child.name(), Objects.requireNonNull(below.get(child.path()))))
                .filter(part -> part.people() > 0)
                .toList();
    }

    private static UnitQuality sum(UnitQuality one, UnitQuality other) {
        var missing = new EnumMap<Fact, Integer>(Fact.class);
        missing.putAll(one.missing());
        other.missing().forEach((fact, files) -> missing.merge(fact, files, Integer::sum));
        return new UnitQuality(
                one.unit(),
                one.people() + other.people(),
                one.whole() + other.whole(),
                one.asked() + other.asked(),
                missing);
    }

    private static Part part(UnitId unit, String name, UnitQuality quality) {
        return new Part(unit, name, quality.people(), quality.whole(), quality.percent(), quality.missing());
    }
}
