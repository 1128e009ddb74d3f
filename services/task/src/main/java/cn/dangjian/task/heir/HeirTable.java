package cn.dangjian.task.heir;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code heir_done}. */
@Repository
class HeirTable {

    private final Rows rows;

    HeirTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A unit that ended.
     *
     * @param heir who goes on with what it had to do; null if nobody was named
     */
    record Ended(
            UnitId unit,
            @Nullable UnitId heir,
            LocalDate day,
            @Nullable String document) {}

    private record Row(
            long unit,
            @Nullable Long heir,
            LocalDate day,
            @Nullable String document) {

        Ended ended() {
            return new Ended(new UnitId(unit), heir == null ? null : new UnitId(heir), day, document);
        }
    }

    /** Nothing is addressed to these units until the transaction ends, and whatever was is there. */
    void lock(Collection<UnitId> units) {
        rows.unscoped("select id from unit where id in (:units) order by id for update")
                .with("units", units.stream().map(UnitId::value).toList())
                .lock();
    }

    /** What is said of the end later counts: a change may be written down for a day before. */
    void save(Ended ended) {
        rows.sql("""
            insert into heir_done (unit_id, heir_id, day, document, assignments) values (:unit, :heir, :day, :document, 0)
            on duplicate key update heir_id = values(heir_id), day = values(day), document = values(document)\
            """).with(ended).update();
    }

    void addTo(UnitId unit, int assignments) {
        rows.sql("update heir_done set assignments = assignments + :assignments where unit_id = :unit")
                .with("unit", unit)
                .with("assignments", assignments)
                .update();
    }

    /** As it is now, also if the transaction began before somebody else heard of it. */
    @Unscoped("the tree was changed; nobody sees the rows")
    Optional<Ended> findEnded(UnitId unit) {
        return rows.unscoped("""
            select unit_id unit, heir_id heir, day, document from heir_done where unit_id = :unit lock in share mode\
            """).with("unit", unit).find(Row.class).map(Row::ended);
    }
}
