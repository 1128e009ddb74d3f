package cn.dangjian.organization.register.grid;

import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code grid_place} and {@code grid_link}. */
@Repository
class PlaceRepository {

    /** The day after the last one of what has no end. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final StaleTable stale;

    PlaceRepository(JdbcClient jdbc, StaleTable stale) {
        this.jdbc = jdbc;
        this.stale = stale;
    }

    /** Who said something, and when. */
    record Said(String subject, Instant at) {

        LocalDateTime utc() {
            return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        }
    }

    /** Finds nothing outside the scope, as if the place did not exist. */
    Optional<Place> find(long id, Scope scope) {
        return jdbc.sql("""
            select g.*, l.party_unit_id, l.valid_from linked_from, l.valid_to linked_to
              from grid_place g
              join unit u on u.id = g.community_id
              left join grid_link l on l.id = (select max(m.id) from grid_link m where m.place_id = g.id)
             where g.id = :id and u.path between :from and :to\
            """)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(PlaceRepository::place)
                .optional();
    }

    /** Whether open places lie in this one; its row is held until commit, so that none comes meanwhile. */
    boolean hasOpenPlaces(Place place) {
        return jdbc.sql("select 1 from grid_place where parent_id = :id and valid_to = :open limit 1")
                .param("id", place.id())
                .param("open", OPEN)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    long insert(long community, @Nullable Place parent, String kind, String name, LocalDate on, Said said) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into grid_place (community_id, parent_id, kind, name, valid_from, valid_to, version, subject, at)
            values (:community, :parent, :kind, :name, :on, :open, 1, :subject, :at)\
            """)
                .param("community", community)
                .param("parent", parent == null ? null : parent.id())
                .param("kind", kind)
                .param("name", name)
                .param("on", on)
                .param("open", OPEN)
                .param("subject", said.subject())
                .param("at", said.utc())
                .update(key, "id");
        stale.add(List.of(community));
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** @throws OptimisticLockingFailureException if someone else changed the place since it was read */
    void touch(Place place) {
        end(place, OPEN);
    }

    /** @throws OptimisticLockingFailureException if someone else changed the place since it was read */
    void close(Place place, LocalDate on) {
        end(place, on);
        unlink(place, on);
    }

    /** @throws OptimisticLockingFailureException if someone else changed the place since it was read */
    void link(Place place, @Nullable Long partyUnit, LocalDate on, Said said) {
        touch(place);
        unlink(place, on);
        if (partyUnit == null) return;
        jdbc.sql("""
            insert into grid_link (place_id, party_unit_id, valid_from, valid_to, subject, at)
            values (:place, :party, :on, :open, :subject, :at)\
            """)
                .param("place", place.id())
                .param("party", partyUnit)
                .param("on", on)
                .param("open", OPEN)
                .param("subject", said.subject())
                .param("at", said.utc())
                .update();
    }

    private void end(Place place, LocalDate day) {
        int rows = jdbc.sql("""
            update grid_place set valid_to = :day, version = version + 1 where id = :id and version = :version\
            """)
                .param("day", day)
                .param("id", place.id())
                .param("version", place.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Place " + place.id());
        stale.add(List.of(place.communityId()));
    }

    private void unlink(Place place, LocalDate on) {
        jdbc.sql("update grid_link set valid_to = :on where place_id = :id and valid_to = :open")
                .param("on", on)
                .param("id", place.id())
                .param("open", OPEN)
                .update();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        var end = row.getObject("valid_to", LocalDate.class);
        var linkedFrom = row.getObject("linked_from", LocalDate.class);
        var linkedTo = row.getObject("linked_to", LocalDate.class);
        boolean linked = OPEN.equals(linkedTo);
        return new Place(
                row.getLong("id"),
                row.getLong("community_id"),
                row.getObject("parent_id", Long.class),
                row.getString("kind"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                OPEN.equals(end) ? null : end,
                row.getLong("version"),
                linkedTo == null || linked ? linkedFrom : linkedTo,
                linked ? row.getObject("party_unit_id", Long.class) : null);
    }
}
