package cn.dangjian.platform.directory.heir;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code heir_done} of a service that has an {@link Estate}. */
class HeirTable {

    private final Rows rows;

    HeirTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A unit that ended.
     *
     * @param heir who goes on with what it had; null if nobody was named
     * @param version of the unit, when that was said of it
     */
    record Ended(
            UnitId unit,
            @Nullable UnitId heir,
            LocalDate day,
            @Nullable String document,
            long version) {}

    private record Row(
            long unit,
            @Nullable Long heir,
            LocalDate day,
            @Nullable String document,
            long version) {

        Ended ended() {
            return new Ended(new UnitId(unit), heir == null ? null : new UnitId(heir), day, document, version);
        }
    }

    /** Nothing comes to these units until the transaction ends, and whatever has come is there. */
    void lock(Collection<UnitId> units) {
        rows.unscoped("select id from unit where id in (:units) order by id for update")
                .with("units", units.stream().map(UnitId::value).toList())
                .lock();
    }

    /** What is said of the end later counts: a change may be written down for a day before. */
    void save(Collection<Ended> ends) {
        rows.sql("""
            insert into heir_done (unit_id, heir_id, day, document, version) values (:unit, :heir, :day, :document, :version)
            on duplicate key update heir_id = if(values(version) > version, values(heir_id), heir_id),
                day = if(values(version) > version, values(day), day),
                document = if(values(version) > version, values(document), document),
                version = greatest(version, values(version))\
            """).each(ends);
    }

    /** Those of these units that ended, as it is now, also if the transaction began before somebody else heard of it. */
    @Unscoped("the tree was changed; nobody sees the rows")
    List<Ended> listEnded(Collection<UnitId> units) {
        if (units.isEmpty()) return List.of();
        return rows
                .unscoped("""
                    select unit_id unit, heir_id heir, day, document, version from heir_done
                     where unit_id in (:units) order by unit_id lock in share mode\
                    """)
                .with("units", units.stream().map(UnitId::value).toList())
                .list(Row.class)
                .stream()
                .map(Row::ended)
                .toList();
    }
}
