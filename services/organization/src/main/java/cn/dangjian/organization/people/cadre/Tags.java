package cn.dangjian.organization.people.cadre;

import static cn.dangjian.organization.people.cadre.CadreRefusal.NO_SUCH_LIST;

import cn.dangjian.organization.people.cadre.TagRepository.Tag;
import cn.dangjian.organization.tree.rule.Catalogue;
import cn.dangjian.platform.directory.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tags that hold at a unit: those of the catalogue and those that somebody above has added. */
@Component
class Tags {

    private static final Set<String> LISTS = Set.of("RESERVE_SOURCE", "ADJUSTMENT");
    private static final int SEGMENT = 5;

    private final Catalogue catalogue;
    private final TagRepository added;

    Tags(Catalogue catalogue, TagRepository added) {
        this.catalogue = catalogue;
        this.added = added;
    }

    /** A tag as a row of what has it. */
    record Had(String tag) {}

    static List<Had> each(Collection<String> tags) {
        return tags.stream().map(Had::new).toList();
    }

    static void requireList(String list) {
        NO_SUCH_LIST.unless(LISTS.contains(list));
    }

    List<Tag> of(String list, Unit unit) {
        var above = IntStream.rangeClosed(1, unit.path().length() / SEGMENT)
                .mapToObj(depth -> unit.path().substring(0, depth * SEGMENT))
                .toList();
        return Stream.concat(
                        catalogue.of(list).stream().map(entry -> new Tag(entry.code(), entry.term())),
                        added.listAbove(above, list).stream())
                .toList();
    }

    boolean knowsAll(Collection<String> tags, String list, Unit unit) {
        return of(list, unit).stream().map(Tag::tag).collect(Collectors.toSet()).containsAll(tags);
    }
}
