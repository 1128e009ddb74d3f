package cn.dangjian.notification.delivery;

import cn.dangjian.notification.delivery.DeliveryRepository.Address;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code handed_over}, and what it says of {@code inbox_item}. */
@Repository
class HandedTable {

    private static final int BATCH = 1000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    HandedTable(JdbcTemplate template, JdbcClient jdbc, JsonMapper json) {
        this.template = template;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Who has an assignment of a unit that ended.
     *
     * @param origin the unit that was addressed
     * @param unit the one that has it now; the origin if nobody goes on with it
     * @param heir who does it with its own then; null if nobody does
     * @param before who had it when it was heard of last
     */
    record Handed(
            long assignment,
            long dispatch,
            long origin,
            long unit,
            @Nullable Long heir,
            long version,
            long before) {

        boolean goesOn() {
            return unit != origin;
        }

        Handed after(long holder) {
            return new Handed(assignment, dispatch, origin, unit, heir, version, holder);
        }
    }

    private record Place(long dispatch, long unit) {}

    /** Writes what is newer than the rows, and answers with it. */
    List<Handed> save(Collection<Handed> heard) {
        var newest = new TreeMap<Long, Handed>();
        for (var one : heard) newest.merge(one.assignment(), one, (a, b) -> a.version() >= b.version() ? a : b);
        var known = new HashMap<Long, Handed>();
        jdbc.sql("""
            select assignment, dispatch, origin, unit, heir, version, unit `before` from handed_over
             where assignment in (:assignments)\
            """)
                .param("assignments", newest.keySet())
                .query(Records.of(Handed.class))
                .list()
                .forEach(row -> known.put(row.assignment(), row));
        var fresh = new ArrayList<Handed>();
        newest.forEach((assignment, one) -> {
            var row = known.get(assignment);
            if (row == null) fresh.add(one);
            else if (row.version() < one.version()) fresh.add(one.after(row.unit()));
        });
        template.batchUpdate("""
            insert into handed_over (assignment, dispatch, origin, unit, heir, version) values (?, ?, ?, ?, ?, ?)
            on duplicate key update unit = values(unit), heir = values(heir), version = values(version)\
            """, fresh, BATCH, (statement, one) -> {
            statement.setLong(1, one.assignment());
            statement.setLong(2, one.dispatch());
            statement.setLong(3, one.origin());
            statement.setLong(4, one.unit());
            statement.setObject(5, one.heir());
            statement.setLong(6, one.version());
        });
        return fresh;
    }

    @Unscoped("delivers what went to heirs; nobody sees the rows")
    List<Handed> list(Collection<Long> dispatches) {
        if (dispatches.isEmpty()) return List.of();
        return jdbc.sql("""
            select assignment, dispatch, origin, unit, heir, version, origin `before` from handed_over
             where dispatch in (:dispatches)\
            """)
                .param("dispatches", dispatches)
                .query(Records.of(Handed.class))
                .list();
    }

    /** Those whose address is a receipt here already. */
    @Unscoped("delivers what went to heirs; nobody sees the rows")
    List<Handed> listAddressed(List<Handed> all) {
        var here = there(
                all.stream().map(one -> new Place(one.dispatch(), one.origin())).toList());
        return all.stream()
                .filter(one -> here.contains(new Place(one.dispatch(), one.origin())))
                .toList();
    }

    /** Addresses for those whose heir has no receipt of the dispatch yet. */
    @Unscoped("delivers what went to heirs; nobody sees the rows")
    List<Address> listFresh(List<Handed> all) {
        var here = there(
                all.stream().map(one -> new Place(one.dispatch(), one.unit())).toList());
        return all.stream()
                .filter(one -> !here.contains(new Place(one.dispatch(), one.unit())))
                .map(one -> new Address(one.dispatch(), one.unit(), one.assignment(), one.origin()))
                .toList();
    }

    private Set<Place> there(List<Place> places) {
        var there = new HashSet<Place>();
        if (places.isEmpty()) return there;
        jdbc.sql("""
            select i.dispatch, i.unit
              from json_table(:places, '$[*]' columns (dispatch bigint path '$[0]', unit bigint path '$[1]')) p
              join inbox_item i on i.dispatch = p.dispatch and i.unit = p.unit\
            """)
                .param(
                        "places",
                        json.writeValueAsString(places.stream()
                                .map(place -> new long[] {place.dispatch(), place.unit()})
                                .toList()))
                .query(row -> {
                    there.add(new Place(row.getLong(1), row.getLong(2)));
                });
        return there;
    }

    /** Says of the receipts of those that had it to whom it went. */
    void mark(List<Handed> all, Instant now) {
        var rows = new ArrayList<long[]>();
        for (var one : all) {
            long to = one.goesOn() ? one.unit() : one.heir() == null ? 0 : one.heir();
            if (to == 0) continue;
            for (long had : one.before() == one.origin() ? List.of(one.origin()) : List.of(one.origin(), one.before()))
                if (had != to) rows.add(new long[] {one.dispatch(), had, to, one.goesOn() ? 1 : 0});
        }
        if (rows.isEmpty()) return;
        jdbc.sql("""
            update inbox_item i
              join json_table(:rows, '$[*]' columns (
                       dispatch bigint path '$[0]', unit bigint path '$[1]', heir bigint path '$[2]',
                       goes_on int path '$[3]')) h
                on h.dispatch = i.dispatch and h.unit = i.unit
               set i.state = if(h.goes_on = 1, 'HANDED_ON', i.state),
                   i.reason = if(h.goes_on = 1, null, i.reason),
                   i.settled_at = if(h.goes_on = 1, coalesce(i.settled_at, :now), i.settled_at),
                   i.handed_to = h.heir\
            """)
                .param("rows", json.writeValueAsString(rows))
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
