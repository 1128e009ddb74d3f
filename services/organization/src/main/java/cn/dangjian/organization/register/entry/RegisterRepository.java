package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CreditCode;
import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code register_unit} and {@code register_state}. */
@Repository
class RegisterRepository {

    /** The day after the last one of what has no end. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;
    private final StaleTable stale;

    RegisterRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json, StaleTable stale) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.stale = stale;
    }

    /** A unit that is to be entered from a day on. */
    record Entry(Facts facts, LocalDate on) {}

    /** Who said something, and when. */
    record Said(String subject, Instant at) {

        LocalDateTime utc() {
            return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        }
    }

    /** Finds nothing outside the scope, as if the unit did not exist. */
    Optional<RegisteredUnit> find(long id, Scope scope) {
        return jdbc.sql("""
            select r.*, s.* from register_unit r
              join register_state s on s.register_id = r.id
               and s.valid_from = (select max(l.valid_from) from register_state l where l.register_id = r.id)
              join unit u on u.id = s.place_id
             where r.id = :id and u.path between :from and :to\
            """)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(RegisterRepository::unit)
                .optional();
    }

    /** Empty if an open unit has the credit code already. */
    OptionalLong insert(Facts facts, LocalDate on, Said said) {
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                insert into register_unit (credit_code, open_code, registered_on, version)
                values (:code, :code, :on, 1)\
                """).param("code", facts.code()).param("on", on).update(key, "id");
        } catch (DuplicateKeyException taken) {
            return OptionalLong.empty();
        }
        long id = Objects.requireNonNull(key.getKey()).longValue();
        insertState(id, facts, on, said);
        return OptionalLong.of(id);
    }

    /** The units that exist and have these codes. */
    List<Unit> listPlaces(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return List.of();
        return jdbc.sql("""
            select * from unit where code in (:codes) and valid_to is null and path between :from and :to\
            """)
                .param("codes", codes)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Unit.class)
                .list();
    }

    /** What tells a unit without a credit code from others. */
    record Known(long place, String type, String name, LocalDate since) {}

    /** Those of the units that are there, closed ones too; nobody else enters any at their places until commit. */
    Set<Known> known(Collection<Known> wanted) {
        jdbc.sql("select id from unit where id in (:places) order by id for update")
                .param("places", wanted.stream().map(Known::place).collect(Collectors.toSet()))
                .query(Long.class)
                .list();
        return jdbc.sql("""
            select s.place_id place, s.type, s.name, s.valid_from since
              from json_table(:wanted, '$[*]' columns (
                       place bigint path '$.place', name varchar(200) path '$.name', since date path '$.since')) w
              join register_state s on s.name = w.name collate utf8mb4_0900_ai_ci and s.place_id = w.place and s.valid_from = w.since\
            """)
                .param("wanted", json.writeValueAsString(wanted))
                .query(Known.class)
                .set();
    }

    /** Those of the credit codes that open units have, wherever in the tree. */
    Set<String> taken(Collection<String> codes) {
        if (codes.isEmpty()) return Set.of();
        return jdbc.sql("select open_code from register_unit where open_code in (:codes)")
                .param("codes", codes)
                .query(String.class)
                .set();
    }

    /** @throws DuplicateKeyException if an open unit has got one of the credit codes meanwhile */
    void insertAll(List<Entry> entries, Said said) {
        var ids = new ArrayList<Long>(entries.size());
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            ids.addAll(insertUnits(entries.subList(from, Math.min(from + AT_ONCE, entries.size()))));
        }
        var numbers = IntStream.range(0, entries.size()).boxed().toList();
        template.batchUpdate(
                """
                insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                            subject, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                numbers,
                AT_ONCE,
                (statement, number) -> fill(statement, ids.get(number), entries.get(number), said));
        stale.add(
                entries.stream().map(entry -> entry.facts().place()).distinct().toList());
    }

    private List<Long> insertUnits(List<Entry> entries) {
        var keys = new GeneratedKeyHolder();
        template.batchUpdate(
                connection -> connection.prepareStatement(
                        "insert into register_unit (credit_code, open_code, registered_on, version) values (?, ?, ?,"
                                + " 1)",
                        Statement.RETURN_GENERATED_KEYS),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement statement, int i) throws SQLException {
                        String code = entries.get(i).facts().code();
                        statement.setString(1, code);
                        statement.setString(2, code);
                        statement.setObject(3, entries.get(i).on());
                    }

                    @Override
                    public int getBatchSize() {
                        return entries.size();
                    }
                },
                keys);
        var ids = keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
        if (ids.size() != entries.size()) throw new IllegalStateException("Ids for some units only");
        return ids;
    }

    private static void fill(PreparedStatement statement, long id, Entry entry, Said said) throws SQLException {
        var facts = entry.facts();
        statement.setLong(1, id);
        statement.setObject(2, entry.on());
        statement.setObject(3, OPEN);
        statement.setLong(4, facts.place());
        statement.setString(5, facts.name());
        statement.setString(6, facts.type());
        statement.setInt(7, facts.employees());
        statement.setInt(8, facts.members());
        statement.setString(9, said.subject());
        statement.setObject(10, said.utc());
    }

    /**
     * Other facts from a day on; those entered for the same day before are replaced.
     *
     * @return false if an open unit has the credit code already
     * @throws OptimisticLockingFailureException if someone else changed the unit since it was read
     */
    boolean change(RegisteredUnit unit, Facts facts, LocalDate on, Said said) {
        try {
            touch(unit, facts.code(), null);
        } catch (DuplicateKeyException taken) {
            return false;
        }
        jdbc.sql("delete from register_state where register_id = :id and valid_from = :on")
                .param("id", unit.id())
                .param("on", on)
                .update();
        endState(unit, on);
        insertState(unit.id(), facts, on, said);
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
        int rows = jdbc.sql("""
            update register_unit set credit_code = :code, open_code = :open, closed_on = :closedOn,
                                     version = version + 1
             where id = :id and version = :version\
            """)
                .param("code", code)
                .param("open", closedOn == null ? code : null)
                .param("closedOn", closedOn)
                .param("id", unit.id())
                .param("version", unit.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Register unit " + unit.id());
    }

    private void endState(RegisteredUnit unit, LocalDate on) {
        stale.add(List.of(unit.facts().place()));
        jdbc.sql("update register_state set valid_to = :on where register_id = :id and valid_to = :open")
                .param("on", on)
                .param("id", unit.id())
                .param("open", OPEN)
                .update();
    }

    private void insertState(long id, Facts facts, LocalDate on, Said said) {
        stale.add(List.of(facts.place()));
        jdbc.sql("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            values (:id, :on, :open, :place, :name, :type, :employees, :members, :subject, :at)\
            """)
                .param("id", id)
                .param("on", on)
                .param("open", OPEN)
                .param("place", facts.place())
                .param("name", facts.name())
                .param("type", facts.type())
                .param("employees", facts.employees())
                .param("members", facts.members())
                .param("subject", said.subject())
                .param("at", said.utc())
                .update();
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
