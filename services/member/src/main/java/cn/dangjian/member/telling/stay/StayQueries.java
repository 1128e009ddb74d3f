package cn.dangjian.member.telling.stay;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads {@code floating} and its cases for who stays where; of many units at once. */
@Repository
@Unscoped("tells other services; nobody sees the rows")
class StayQueries {

    private final Rows rows;

    StayQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * Somebody whom a unit has taken up.
     *
     * @param returnedOn when he went back; null if he stays, or the stay has ended otherwise
     * @param closedAt when the stay was over; null if he stays
     */
    record Taken(
            long unit,
            long member,
            LocalDate acceptedOn,
            @Nullable LocalDate returnedOn,
            @Nullable Instant closedAt) {}

    /** Units that take part in a stay. */
    List<Long> listAfter(long unit, int most) {
        return rows.unscoped("""
            (select distinct unit_id id from case_file force index (case_file_unit)
              where unit_id > :unit and kind = 'floatings' order by id limit :most)
            union (select distinct other_unit_id id from case_file force index (case_file_other)
              where other_unit_id > :unit and kind = 'floatings' order by id limit :most)
            order by id limit :most\
            """).with("unit", unit).with("most", most).list(Long.class);
    }

    /** In the order in which they began. */
    List<Taken> list(Collection<Long> units) {
        return rows.unscoped("""
            select c.other_unit_id unit, f.member_id as member, f.accepted_on, f.returned_on, c.closed_at
              from case_file c force index (case_file_other) straight_join floating f on f.id = c.id
             where c.other_unit_id in (:units) and c.kind = 'floatings' and f.accepted_on is not null
             order by c.other_unit_id, f.accepted_on, f.id\
            """).with("units", units).list((row, number) -> {
            var closed = row.getObject("closed_at", LocalDateTime.class);
            return new Taken(
                    row.getLong("unit"),
                    row.getLong("member"),
                    row.getObject("accepted_on", LocalDate.class),
                    row.getObject("returned_on", LocalDate.class),
                    closed == null ? null : closed.toInstant(ZoneOffset.UTC));
        });
    }
}
