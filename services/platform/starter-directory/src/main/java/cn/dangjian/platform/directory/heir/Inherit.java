package cn.dangjian.platform.directory.heir;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.heir.Estate.Passing;
import cn.dangjian.platform.directory.heir.HeirTable.Ended;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 承继: passes what is open at a unit to its heir, and if that one has ended too, to the last heir at once: whatever
 * order the ends are heard in, the same unit has it.
 */
class Inherit {

    private final HeirTable table;
    private final List<Estate> estates;

    Inherit(HeirTable table, List<Estate> estates) {
        this.table = table;
        this.estates = estates;
    }

    /** That a unit ended, on whose behalf, and when that was decided. */
    record Decided(Ended ended, String subject, Instant at) {}

    /** All ends are written down before the heirs are looked for: some may be heirs of others. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(List<Decided> ends) {
        if (ends.isEmpty()) return;
        var units = ends.stream().map(end -> end.ended().unit()).toList();
        // before anything else: what is just coming to one of them comes first, or not at all
        table.lock(units);
        table.save(ends.stream().map(Decided::ended).toList());
        var written = ended(units);
        var heirs = heirs(written.values());
        for (var end : ends)
            pass(Objects.requireNonNull(written.get(end.ended().unit())), heirs, end.subject(), end.at());
    }

    /** The same of whatever has come to units while they ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAgain(List<UnitId> units, Instant now) {
        if (units.isEmpty()) return;
        table.lock(units);
        var written = ended(units).values();
        var heirs = heirs(written);
        for (var ended : written) pass(ended, heirs, "unit:" + ended.unit().value(), now);
    }

    private void pass(Ended ended, Map<UnitId, Ended> heirs, String subject, Instant at) {
        var passing = new Passing(ended.unit(), lastHeir(ended, heirs), ended.day(), ended.document(), subject, at);
        for (var estate : estates) estate.pass(passing);
    }

    private Map<UnitId, Ended> ended(Collection<UnitId> units) {
        var ended = new LinkedHashMap<UnitId, Ended>();
        table.listEnded(units).forEach(one -> ended.put(one.unit(), one));
        return ended;
    }

    /** The heirs that have ended too, and theirs. */
    private Map<UnitId, Ended> heirs(Collection<Ended> ends) {
        var found = new HashMap<UnitId, Ended>();
        var next = ends;
        while (!next.isEmpty()) {
            next.forEach(one -> found.put(one.unit(), one));
            var heirs = next.stream()
                    .flatMap(one -> Stream.ofNullable(one.heir()))
                    .filter(heir -> !found.containsKey(heir))
                    .collect(Collectors.toSet());
            next = table.listEnded(heirs);
        }
        return found;
    }

    /** Nobody if the line ends with a unit without an heir. */
    private static @Nullable UnitId lastHeir(Ended ended, Map<UnitId, Ended> ends) {
        var seen = new HashSet<UnitId>();
        var heir = ended.heir();
        while (heir != null && seen.add(heir)) {
            var next = ends.get(heir);
            if (next == null) return heir;
            heir = next.heir();
        }
        return null;
    }
}
