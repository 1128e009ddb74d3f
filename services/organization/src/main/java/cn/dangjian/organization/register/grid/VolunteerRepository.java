package cn.dangjian.organization.register.grid;

import cn.dangjian.organization.register.grid.NameVolunteer.VolunteerRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code grid_volunteer}. */
@Repository
class VolunteerRepository {

    private final Rows rows;

    VolunteerRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * A member who volunteers in a household.
     *
     * @param member the number in the register of members; null if none is known
     * @param to the first day without; null if no end is known
     */
    record Volunteer(
            long id,
            String name,
            @Nullable Long member,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** Who has volunteered at a place, the last one first; at most a hundred. */
    List<Volunteer> list(long place, Scope scope) {
        return rows.sql("""
            select v.id, v.name, v.member_id, v.valid_from, v.valid_to from grid_volunteer v
              join grid_place g on g.id = v.place_id join unit u on u.id = g.community_id
             where v.place_id = :place and v.valid_to > v.valid_from and {scope u}
             order by v.valid_from desc, v.id desc limit 100\
            """).in(scope).with("place", place).list(VolunteerRepository::volunteer);
    }

    void insert(Place place, VolunteerRequest volunteer, Desk desk) {
        rows.sql("""
            insert into grid_volunteer (place_id, name, member_id, valid_from, valid_to, subject, at)
            values (:place, :name, :member, :on, :open, :subject, :at)\
            """)
                .with("place", place.id())
                .with(volunteer)
                .with("open", PlaceRepository.OPEN)
                .by(desk)
                .update();
    }

    /** From the day on nobody volunteers there. */
    void end(Place place, LocalDate on) {
        rows.sql("update grid_volunteer set valid_to = :on where place_id = :place and valid_to = :open")
                .with("on", on)
                .with("place", place.id())
                .with("open", PlaceRepository.OPEN)
                .update();
    }

    private static Volunteer volunteer(ResultSet row, int number) throws SQLException {
        var end = row.getObject("valid_to", LocalDate.class);
        return new Volunteer(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("member_id", Long.class),
                row.getObject("valid_from", LocalDate.class),
                PlaceRepository.OPEN.equals(end) ? null : end);
    }
}
