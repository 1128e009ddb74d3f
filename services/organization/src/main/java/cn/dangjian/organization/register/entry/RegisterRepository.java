package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CreditCode;
import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.NewRows;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code register_unit} and {@code register_state}. */
@Repository
class RegisterRepository {

    /** The day after the last one of what has no end. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final int AT_ONCE = 1000;

    private final Rows rows;
    private final JdbcTemplate template;
    private final JsonMapper json;
    private final StaleTable stale;

    RegisterRepository(Rows rows, JdbcTemplate template, JsonMapper json, StaleTable stale) {
        this.rows = rows;
        this.template = template;
        this.json = json;
        this.stale = stale;
    }

    /** A unit that is to be entered from a day on. */
    record Entry(Facts facts, LocalDate on) {}

    /** A row of {@code register_state}. */
    private record State(long id, LocalDate on, long place, String name, String type, int employees, int members) {

        static State of(long id, Facts facts, LocalDate on) {
            return new State(id, on, facts.place(), facts.name(), facts.type(), facts.employees(), facts.members());
        }
    }

    /** Finds nothing outside the scope, as if the unit did not exist. */
    Optional<RegisteredUnit> find(long id, Scope scope) {
        return rows.sql("""
            select r.*, s.* from register_unit r
              join register_state s on s.register_id = r.id
               and s.valid_from = (select max(l.valid_from) from register_state l where l.register_id = r.id)
              join unit u on u.id = s.place_id
             where r.id = :id and {scope u}\
            """).in(scope).with("id", id).find(RegisterRepository::unit);
    }

    /** The new unit's id; empty if an open unit has the credit code already. */
    Optional<Long> insert(Facts facts, LocalDate on, Desk desk) {
        long id;
        try {
            id = rows.sql("""
                insert into register_unit (credit_code, open_code, registered_on, version)
                values (:code, :code, :on, 1)\
                """).with("code", facts.code()).with("on", on).insert();
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
        insertStates(List.of(State.of(id, facts, on)), desk);
        return Optional.of(id);
    }

    /** The units that exist and have these codes. */
    List<Unit> listPlaces(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return List.of();
        return rows.sql("select u.* from unit u where u.code in (:codes) and u.valid_to is null and {scope u}")
                .in(scope)
                .with("codes", Wording.inBothCases(codes))
                .list(Unit.class);
    }

    /** What tells a unit without a credit code from others. */
    record Known(long place, String type, String name, LocalDate since) {}

    /** How many people work in a unit, and how many of them, or of those who live there, are members. */
    record Figures(int employees, int members) {}

    private record Found(long place, String type, String name, LocalDate since, int employees, int members) {}

    /**
     * Those of the units that are there, closed ones too, and their figures; nobody else enters any at their places until commit. Each is
     * looked up by its name: of a register that fills up MySQL still believes that nothing lies at a place, and would
     * read the whole place for each.
     */
    @Unscoped("of places that were found within the scope before")
    Map<Known, Figures> known(Collection<Known> wanted) {
        rows.sql("select id from unit where id in (:places) order by id for update")
                .with("places", wanted.stream().map(Known::place).collect(Collectors.toSet()))
                .lock();
        var found = rows.unscoped("""
            select s.place_id place, s.type, s.name, s.valid_from since, s.employees, s.members
              from json_table(:wanted, '$[*]' columns (
                       place bigint path '$.place', name varchar(200) path '$.name', since date path '$.since')) w
              straight_join register_state s force index (register_state_name)
                on s.name = w.name collate utf8mb4_0900_ai_ci and s.place_id = w.place and s.valid_from = w.since\
            """)
                .with("wanted", json.writeValueAsString(wanted))
                .list(Found.class);
        var known = new HashMap<Known, Figures>();
        for (var one : found) {
            known.put(
                    new Known(one.place(), one.type(), one.name(), one.since()),
                    new Figures(one.employees(), one.members()));
        }
        return known;
    }

    /** Open units that the caller sees, by their credit codes. */
    Map<String, RegisteredUnit> held(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return Map.of();
        return rows.sql("""
            select r.*, s.* from register_unit r
              join register_state s on s.register_id = r.id
               and s.valid_from = (select max(l.valid_from) from register_state l where l.register_id = r.id)
              join unit u on u.id = s.place_id
             where r.open_code in (:codes) and {scope u}\
            """).in(scope).with("codes", codes).list(RegisterRepository::unit).stream()
                .collect(Collectors.toMap(unit -> String.valueOf(unit.facts().code()), unit -> unit));
    }

    /** Those of the credit codes that open units have. */
    @Unscoped("a code is one unit's, wherever in the tree; nobody sees whose")
    Set<String> taken(Collection<String> codes) {
        if (codes.isEmpty()) return Set.of();
        return Set.copyOf(rows.unscoped("select open_code from register_unit where open_code in (:codes)")
                .with("codes", codes)
                .list(String.class));
    }

    /** @throws DuplicateKeyException if an open unit has got one of the credit codes meanwhile */
    void insertAll(List<Entry> entries, Desk desk) {
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            var some = entries.subList(from, Math.min(from + AT_ONCE, entries.size()));
            var ids = insertUnits(some);
            var states = new ArrayList<State>(some.size());
            for (int i = 0; i < some.size(); i++) {
                states.add(State.of(ids.get(i), some.get(i).facts(), some.get(i).on()));
            }
            insertStates(states, desk);
        }
    }

    private List<Long> insertUnits(List<Entry> entries) {
        return NewRows.insert(
                template,
                "insert into register_unit (credit_code, open_code, registered_on, version) values (?, ?, ?, 1)",
                entries,
                (statement, entry) -> {
                    String code = entry.facts().code();
                    statement.setString(1, code);
                    statement.setString(2, code);
                    statement.setObject(3, entry.on());
                });
    }

    /**
     * Other facts from a day on; those entered for the same day before are replaced.
     *
     * @return false if an open unit has the credit code already
     * @throws OptimisticLockingFailureException if someone else changed the unit since it was read
     */
    boolean change(RegisteredUnit unit, Facts facts, LocalDate on, Desk desk) {
        try {
            touch(unit, facts.code(), null);
        } catch (DuplicateKeyException taken) {
            return false;
        }
        rows.sql("delete from register_state where register_id = :id and valid_from = :on")
                .with("id", unit.id())
                .with("on", on)
                .update();
        endState(unit, on);
        insertStates(List.of(State.of(unit.id(), facts, on)), desk);
        return true;
    }

    /** @throws OptimisticLockingFailureException if someone else changed the unit since it was read */
    void close(RegisteredUnit unit, LocalDate on) {
        touch(unit, unit.facts().code(), on);
        endState(unit, on);
    }

    /** @throws OptimisticLockingFailureException if someone else changed the unit since it was read */
    void touch(RegisteredUnit unit) {
        touch(unit, unit.facts().code(), null);
    }

    private void touch(RegisteredUnit unit, @Nullable String code, @Nullable LocalDate closedOn) {
        rows.sql("""
            update register_unit set credit_code = :code, open_code = :open, closed_on = :closed,
                                     version = version + 1
             where id = :id and version = :version\
            """)
                .with("code", code)
                .with("open", closedOn == null ? code : null)
                .with("closed", closedOn)
                .with("id", unit.id())
                .with("version", unit.version())
                .updateOne("Register unit " + unit.id());
    }

    private void endState(RegisteredUnit unit, LocalDate on) {
        stale.add(List.of(unit.facts().place()));
        rows.sql("update register_state set valid_to = :on where register_id = :id and valid_to = :open")
                .with("on", on)
                .with("id", unit.id())
                .with("open", OPEN)
                .update();
    }

    private void insertStates(List<State> states, Desk desk) {
        stale.add(states.stream().map(State::place).distinct().toList());
        rows.sql("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            values (:id, :on, :open, :place, :name, :type, :employees, :members, :subject, :at)\
            """).with("open", OPEN).by(desk).each(states);
    }

    private static RegisteredUnit unit(ResultSet row, int number) throws SQLException {
        String code = row.getString("credit_code");
        return new RegisteredUnit(
                row.getLong("id"),
                row.getLong("version"),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                new Facts(
                        row.getString("name"),
                        code == null ? null : new CreditCode(code),
                        row.getString("type"),
                        row.getInt("employees"),
                        row.getInt("members"),
                        row.getLong("place_id")));
    }
}
