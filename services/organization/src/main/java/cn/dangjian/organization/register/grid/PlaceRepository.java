package cn.dangjian.organization.register.grid;

import cn.dangjian.organization.register.grid.LinkPlace.LinkRequest;
import cn.dangjian.organization.register.grid.OpenPlace.OpenRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code grid_place} and {@code grid_link}; a change fails if someone else changed the place since it was read. Where
 * Party units end, {@code grid_volunteer} too.
 */
@Repository
class PlaceRepository implements Hanging {

    /** The day after the last one of what has no end. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final Rows rows;
    private final StaleTable stale;

    PlaceRepository(Rows rows, StaleTable stale) {
        this.rows = rows;
        this.stale = stale;
    }

    /** Finds nothing outside the scope, as if the place did not exist. */
    Optional<Place> find(long id, Scope scope) {
        return rows.sql("""
            select g.*, l.party_unit_id, l.valid_from linked_from, l.valid_to linked_to
              from grid_place g
              join unit u on u.id = g.community_id
              left join grid_link l on l.id = (select m.id from grid_link m where m.place_id = g.id
                                                order by m.valid_from desc, m.id desc limit 1)
             where g.id = :id and {scope u}\
            """).in(scope).with("id", id).find(PlaceRepository::place);
    }

    /** Whether open places lie in this one; its row is held until commit, so that none comes meanwhile. */
    @Unscoped("of a place that was found within the scope before")
    boolean hasOpenPlaces(Place place) {
        return rows.unscoped("select 1 from grid_place where parent_id = :id and valid_to = :open limit 1")
                .with("id", place.id())
                .with("open", OPEN)
                .exists();
    }

    long insert(OpenRequest place, Desk desk) {
        long id = rows.sql("""
            insert into grid_place (community_id, parent_id, kind, name, valid_from, valid_to, version, subject, at)
            values (:communityId, :parentId, :kind, :name, :on, :open, 1, :subject, :at)\
            """).with(place).with("open", OPEN).by(desk).insert();
        stale.add(List.of(place.communityId().value()));
        return id;
    }

    void touch(Place place) {
        end(place, OPEN);
    }

    void close(Place place, LocalDate on) {
        end(place, on);
        unlink(place, on);
    }

    void link(Place place, LinkRequest link, Desk desk) {
        touch(place);
        unlink(place, link.on());
        if (link.partyUnitId() == null) return;
        rows.sql("""
            insert into grid_link (place_id, party_unit_id, valid_from, valid_to, subject, at)
            values (:place, :partyUnitId, :on, :open, :subject, :at)\
            """)
                .with("place", place.id())
                .with(link)
                .with("open", OPEN)
                .by(desk)
                .update();
    }

    private void end(Place place, LocalDate day) {
        rows.sql("update grid_place set valid_to = :day, version = version + 1 where id = :id and version = :version")
                .with(place)
                .with("day", day)
                .updateOne("Place " + place.id());
        stale.add(List.of(place.communityId()));
    }

    private void unlink(Place place, LocalDate on) {
        rows.sql("update grid_link set valid_to = :on where place_id = :id and valid_to = :open")
                .with("on", on)
                .with("id", place.id())
                .with("open", OPEN)
                .update();
    }

    /** The places of a community go on in its heir as places of their own, or are closed with it. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        stale.add(listCommunities());
        goOn();
        goOnWithThoseWhoStandForThem();
        close();
        standFor();
        stale.add(ended.stream()
                .flatMap(one -> Stream.of(one.unit(), one.heir()).flatMap(Stream::ofNullable))
                .map(UnitId::value)
                .distinct()
                .toList());
    }

    private void goOn() {
        rows.sql("""
            insert into grid_place (community_id, came_from, kind, name, valid_from, valid_to, version, subject, at)
            select d.heir_id, o.id, o.kind, o.name, d.day, o.valid_to, 1, d.subject, d.at
              from unit_departure d
              join grid_place o on o.community_id = d.unit_id and o.valid_from < d.day and o.valid_to > d.day
             where d.heir_id is not null\
            """).update();
        rows.sql("""
            update grid_place n
              join grid_place o on o.id = n.came_from
              join unit_departure d on d.unit_id = o.community_id
              join grid_place p on p.came_from = o.parent_id
               set n.parent_id = p.id\
            """).update();
        rows.sql("""
            update grid_place o join unit_departure d on o.community_id = d.unit_id and o.valid_from >= d.day
              left join grid_place p on p.came_from = o.parent_id
               set o.community_id = d.heir_id, o.parent_id = coalesce(p.id, o.parent_id), o.version = o.version + 1
             where d.heir_id is not null\
            """).update();
    }

    private void goOnWithThoseWhoStandForThem() {
        rows.sql("""
            insert into grid_link (place_id, party_unit_id, valid_from, valid_to, subject, at)
            select n.id, l.party_unit_id, greatest(l.valid_from, d.day), l.valid_to, d.subject, d.at
              from unit_departure d
              join grid_place o on o.community_id = d.unit_id
              join grid_place n on n.came_from = o.id
              join grid_link l on l.place_id = o.id and l.valid_to > greatest(l.valid_from, d.day)\
            """).update();
        rows.sql("""
            insert into grid_volunteer (place_id, name, member_id, valid_from, valid_to, subject, at)
            select n.id, l.name, l.member_id, greatest(l.valid_from, d.day), l.valid_to, d.subject, d.at
              from unit_departure d
              join grid_place o on o.community_id = d.unit_id
              join grid_place n on n.came_from = o.id
              join grid_volunteer l on l.place_id = o.id and l.valid_to > greatest(l.valid_from, d.day)\
            """).update();
    }

    private void close() {
        rows.sql("""
            update grid_link l
              join grid_place o on o.id = l.place_id
              join unit_departure d on d.unit_id = o.community_id
               set l.valid_to = greatest(l.valid_from, d.day)
             where l.valid_to > greatest(l.valid_from, d.day)\
            """).update();
        rows.sql("""
            update grid_volunteer l
              join grid_place o on o.id = l.place_id
              join unit_departure d on d.unit_id = o.community_id
               set l.valid_to = greatest(l.valid_from, d.day)
             where l.valid_to > greatest(l.valid_from, d.day)\
            """).update();
        rows.sql("""
            update grid_place o join unit_departure d on d.unit_id = o.community_id
               set o.valid_to = greatest(o.valid_from, d.day), o.version = o.version + 1
             where o.valid_to > greatest(o.valid_from, d.day)\
            """).update();
    }

    /** For whatever a unit stood its heir stands, or nobody does. */
    private void standFor() {
        rows.sql("""
            insert into grid_link (place_id, party_unit_id, valid_from, valid_to, subject, at)
            select l.place_id, d.heir_id, d.day, l.valid_to, d.subject, d.at
              from unit_departure d
              join grid_link l on l.party_unit_id = d.unit_id and l.valid_from < d.day and l.valid_to > d.day
             where d.heir_id is not null\
            """).update();
        rows.sql("""
            update grid_link l join unit_departure d on l.party_unit_id = d.unit_id and l.valid_from < d.day and l.valid_to > d.day
               set l.valid_to = d.day\
            """).update();
        rows.sql("""
            update grid_link l join unit_departure d on l.party_unit_id = d.unit_id and l.valid_from >= d.day
               set l.party_unit_id = coalesce(d.heir_id, l.party_unit_id),
                   l.valid_to = if(d.heir_id is null, l.valid_from, l.valid_to)\
            """).update();
    }

    /** In these, the places for which they stood are counted. */
    @Unscoped("says where to count again")
    private List<Long> listCommunities() {
        return rows.unscoped("""
            select distinct o.community_id from unit_departure d
              join grid_link l on l.party_unit_id = d.unit_id and l.valid_to > d.day
              join grid_place o on o.id = l.place_id\
            """).list(Long.class);
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
