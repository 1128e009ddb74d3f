package cn.dangjian.organization.register.grid;

import cn.dangjian.platform.directory.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code grid_volunteer}. */
@Repository
class VolunteerRepository {

    private final JdbcClient jdbc;

    VolunteerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        return jdbc.sql("""
            select v.id, v.name, v.member_id, v.valid_from, v.valid_to from grid_volunteer v
              join grid_place g on g.id = v.place_id join unit u on u.id = g.community_id
             where v.place_id = :place and v.valid_to > v.valid_from and u.%s between :from and :to
             order by v.valid_from desc, v.id desc limit 100\
            """.formatted(scope.column()))
                .param("place", place)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(VolunteerRepository::volunteer)
                .list();
    }

    void insert(Place place, String name, @Nullable Long member, LocalDate on, PlaceRepository.Said said) {
        jdbc.sql("""
            insert into grid_volunteer (place_id, name, member_id, valid_from, valid_to, subject, at)
            values (:place, :name, :member, :on, :open, :subject, :at)\
            """)
                .param("place", place.id())
                .param("name", name)
                .param("member", member)
                .param("on", on)
                .param("open", PlaceRepository.OPEN)
                .param("subject", said.subject())
                .param("at", said.utc())
                .update();
    }

    /** From the day on nobody volunteers there. */
    void end(Place place, LocalDate on) {
        jdbc.sql("update grid_volunteer set valid_to = :on where place_id = :place and valid_to = :open")
                .param("on", on)
                .param("place", place.id())
                .param("open", PlaceRepository.OPEN)
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
