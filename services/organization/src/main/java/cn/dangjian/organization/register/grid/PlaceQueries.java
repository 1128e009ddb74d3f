package cn.dangjian.organization.register.grid;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is shown of places, on any day.
 *
 * <p>Plans at 100,000 places (MariaDB 11.4): a list asks {@code grid_place_community} about the communities that the
 * roll-ups name.
 */
@Repository
class PlaceQueries {

    private static final String PLACE = """
        select g.id, g.community_id, u.name community_name, u.%1$s path, g.parent_id, g.kind, g.name, g.valid_from, g.valid_to,
               g.version, p.id party_id, p.name party_name, v.name volunteer_name, v.member_id\
        """;

    private static final String LINK = """
         left join grid_link l on l.place_id = g.id and l.valid_from <= :day and l.valid_to > :day
         left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
         left join grid_volunteer v on v.place_id = g.id and v.valid_from <= :day and v.valid_to > :day\
        """;

    private static final String WANTED = """
         g.community_id = u.id and g.valid_from <= :day and g.valid_to > :day
         and (u.%1$s > :afterPath or g.id > :afterId)\
        """;

    private final JdbcClient jdbc;

    PlaceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A place.
     *
     * @param partyUnitId the Party unit that stands for it; null if none does
     * @param volunteer the member who volunteers in a household; null if nobody does
     * @param volunteerMember the number in the register of members; null if none is known
     */
    record PlaceView(
            long id,
            long communityId,
            String communityName,
            @Nullable Long parentId,
            String kind,
            String name,
            @Nullable Long partyUnitId,
            @Nullable String partyUnitName,
            @Nullable String volunteer,
            @Nullable Long volunteerMember,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            long version) {}

    /** A place and where the list goes on after it. */
    record Listed(PlaceView place, String path) {}

    /** Which of the places of a scope are wanted: those after the last one seen. */
    record Filter(
            @Nullable String kind, @Nullable Long parent, LocalDate day, String afterPath, long afterId, int limit) {}

    Optional<PlaceView> find(long id, LocalDate day, Scope scope) {
        return in(
                        PLACE + " from grid_place g join unit u on u.id = g.community_id" + LINK
                                + " where g.id = :id and u.%1$s between :from and :to",
                        scope)
                .param("id", id)
                .param("day", day)
                .query((row, number) -> view(row))
                .optional();
    }

    /** Open places that lie directly in some communities, in the order of the tree. */
    List<Listed> list(Filter filter, Scope scope, Collection<Long> communities) {
        if (communities.isEmpty()) return List.of();
        var query = in(
                        PLACE + " from unit u join grid_place g on g.community_id = u.id" + LINK
                                + " where u.id in (:communities) and u.%1$s between :from and :to and" + WANTED
                                + (filter.kind() == null ? "" : " and g.kind = :kind")
                                + (filter.parent() == null ? "" : " and g.parent_id = :parent")
                                + " order by u.%1$s, g.id limit :limit",
                        scope)
                .param("communities", communities)
                .param("day", filter.day())
                .param("afterPath", filter.afterPath())
                .param("afterId", filter.afterId())
                .param("limit", filter.limit());
        if (filter.kind() != null) query = query.param("kind", filter.kind());
        if (filter.parent() != null) query = query.param("parent", filter.parent());
        return query.query((row, number) -> new Listed(view(row), row.getString("path")))
                .list();
    }

    /** The community in which a place lies, whatever the scope; empty if there is no such place. */
    @Unscoped("its places are asked for within the scope")
    List<Long> listCommunities(long place) {
        return jdbc.sql("select community_id from grid_place where id = :id")
                .param("id", place)
                .query(Long.class)
                .list();
    }

    private static PlaceView view(ResultSet row) throws SQLException {
        var end = row.getObject("valid_to", LocalDate.class);
        return new PlaceView(
                row.getLong("id"),
                row.getLong("community_id"),
                row.getString("community_name"),
                row.getObject("parent_id", Long.class),
                row.getString("kind"),
                row.getString("name"),
                row.getObject("party_id", Long.class),
                row.getString("party_name"),
                row.getString("volunteer_name"),
                row.getObject("member_id", Long.class),
                row.getObject("valid_from", LocalDate.class),
                end.equals(PlaceRepository.OPEN) ? null : end,
                row.getLong("version"));
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
