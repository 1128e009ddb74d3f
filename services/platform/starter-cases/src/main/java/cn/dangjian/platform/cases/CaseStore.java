package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All cases of a service. Each room takes those of its kind when it is made. */
public class CaseStore {

    private final Map<String, CaseKind<?, ?>> kinds = new ConcurrentSkipListMap<>();
    private final CaseTable table;
    private final Directory directory;
    private final Days days;

    CaseStore(CaseTable table, Directory directory, Days days) {
        this.table = table;
        this.directory = directory;
        this.days = days;
    }

    /**
     * The cases of a kind, which from now on stand in the list of open ones.
     *
     * @throws IllegalArgumentException if another kind has the name, nobody may take a step, or a step asks for another
     *     person and the kind has no words for that
     */
    public <S extends Enum<S>, T extends Enum<T> & CaseStep<S>> Cases<S, T> of(CaseKind<S, T> kind) {
        kind.check();
        var same = kinds.putIfAbsent(kind.name(), kind);
        if (same != null && !same.equals(kind)) throw new IllegalArgumentException("Two kinds of case: " + kind.name());
        return new Cases<>(kind, table, directory, days);
    }

    /** The kinds of which there are rooms. */
    public Collection<CaseKind<?, ?>> kinds() {
        return List.copyOf(kinds.values());
    }

    /**
     * All open cases of a unit that has ended, of every kind, go on with its heir; see {@link Cases#handOver}. Rooms that
     * tell others of their cases do it themselves, before.
     *
     * @return the cases, by kind; kinds of which there are none are left out
     */
    public Map<String, List<Long>> handOver(UnitId from, UnitId to, String note, String subject, Instant at) {
        var handedOver = new TreeMap<String, List<Long>>();
        for (var kind : kinds.values()) {
            var ids = of(kind).handOver(from, to, note, subject, at);
            if (!ids.isEmpty()) handedOver.put(kind.name(), ids);
        }
        return handedOver;
    }
}
