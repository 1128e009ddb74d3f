package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.Directory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** All cases of a service. Each room takes those of its kind when it is made. */
public class CaseStore {

    private final Map<String, CaseKind<?, ?>> kinds = new ConcurrentSkipListMap<>();
    private final CaseTable table;
    private final Directory directory;

    CaseStore(CaseTable table, Directory directory) {
        this.table = table;
        this.directory = directory;
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
        return new Cases<>(kind, table, directory);
    }

    /** The kinds of which there are rooms. */
    public Collection<CaseKind<?, ?>> kinds() {
        return List.copyOf(kinds.values());
    }
}
