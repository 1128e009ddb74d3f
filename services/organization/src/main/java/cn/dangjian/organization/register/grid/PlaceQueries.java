package cn.dangjian.organization.register.grid;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        select g.id, g.community_id, u.name community_name, {path u} path, g.parent_id, g.kind, g.name, g.valid_from, g.valid_to,
               g.version, p.id party_id, p.name party_name, v.name volunteer_name, v.member_id\
        """;

    private static final String LINK = """
         left join grid_link l on l.place_id = g.id and l.valid_from <= :day and l.valid_to > :day
         left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
         left join grid_volunteer v on v.place_id = g.id and v.valid_from <= :day and v.valid_to > :day\
        """;

    private final Rows rows;

    PlaceQueries(Rows rows) {
        this.rows = rows;
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
            long version)
            implements Versioned {}

    /** A place and where the list goes on after it. */
    record Listed(PlaceView place, String path) {}

    /** Which of the places of a scope are wanted. */
    record Filter(@Nullable String kind, @Nullable Long parent, LocalDate day) {}

    Optional<PlaceView> find(long id, LocalDate day, Scope scope) {
        return rows.sql(PLACE + " from grid_place g join unit u on u.id = g.community_id" + LINK
                        + " where g.id = :id and {scope u}")
                .in(scope)
                .with("id", id)
                .with("day", day)
                .find((row, number) -> view(row));
    }

    /** Open places that lie directly in some communities, in the order of the tree. */
    List<Listed> list(Filter filter, Slice slice, Scope scope, Collection<Long> communities) {
        if (communities.isEmpty()) return List.of();
        return rows.sql(PLACE + " from unit u join grid_place g on g.community_id = u.id" + LINK + """
                         where u.id in (:communities) and {scope u}
                           and g.community_id = u.id and g.valid_from <= :day and g.valid_to > :day
                           and ({path u} > :path or g.id > :id)\
                        """
                        + (filter.kind() == null ? "" : " and g.kind = :kind")
                        + (filter.parent() == null ? "" : " and g.parent_id = :parent")
                        + " order by {path u}, g.id limit :rows")
                .in(scope)
                .inTree(slice)
                .with(filter)
                .with("communities", communities)
                .list((row, number) -> new Listed(view(row), row.getString("path")));
    }

    /** The community in which a place lies, whatever the scope; empty if there is no such place. */
    @Unscoped("its places are asked for within the scope")
    List<Long> listCommunities(long place) {
        return rows.unscoped("select community_id from grid_place where id = :id")
                .with("id", place)
                .list(Long.class);
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
}
