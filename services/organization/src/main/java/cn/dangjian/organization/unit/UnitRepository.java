package cn.dangjian.organization.unit;

import cn.dangjian.organization.tree.Approval;
import cn.dangjian.organization.tree.Paths;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code unit} and {@code unit_version}. */
@Repository
class UnitRepository {

    private final JdbcClient jdbc;

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds nothing outside the scope, as if the unit did not exist. */
    Optional<Unit> find(UnitId id, Scope scope) {
        return jdbc.sql("select * from unit where id = :id and path between :from and :to")
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Unit.class)
                .optional();
    }

    @Unscoped("answers only to other services")
    Optional<Unit> find(UnitId id) {
        return jdbc.sql("select * from unit where id = :id")
                .param("id", id.value())
                .query(Unit.class)
                .optional();
    }

    @Unscoped("a province's code, before the province can have callers")
    Optional<Unit> findExisting(String code) {
        return jdbc.sql("select * from unit where code = :code and valid_to is null")
                .param("code", code)
                .query(Unit.class)
                .optional();
    }

    /** Whether a unit that exists today has the code, wherever in the tree. */
    boolean isTaken(String code) {
        return jdbc.sql("select 1 from unit where code = :code and valid_to is null limit 1")
                .param("code", code)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean hasChildren(UnitId id) {
        return jdbc.sql("select 1 from unit where parent_id = :id and valid_to is null limit 1")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void insert(Unit unit, Approval approval) {
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from, valid_to)
            values (:id, :parent, :code, :name, :tier, :kind, :domain, :path, :version, :validFrom, null)\
            """)
                .param("id", unit.id().value())
                .param("parent", unit.parentId())
                .param("code", unit.code())
                .param("name", unit.name())
                .param("tier", unit.tier().name())
                .param("kind", unit.kind())
                .param("domain", unit.domain())
                .param("path", unit.path())
                .param("version", unit.version())
                .param("validFrom", unit.validFrom())
                .update();
        remember(Scope.own(unit.path()), approval);
    }

    /** Fails if someone else changed the unit since it was read. */
    Unit update(Unit unit, Approval approval) {
        var own = Scope.own(unit.path());
        closeVersions(own, approval.on());
        int rows = jdbc.sql("""
            update unit set name = :name, kind = :kind, domain = :domain, valid_to = :validTo, version = version + 1
             where id = :id and version = :version\
            """)
                .param("name", unit.name())
                .param("kind", unit.kind())
                .param("domain", unit.domain())
                .param("validTo", unit.validTo())
                .param("id", unit.id().value())
                .param("version", unit.version())
                .update();
        if (rows == 0)
            throw new OptimisticLockingFailureException("Unit " + unit.id().value());
        remember(own, approval);
        return find(unit.id(), own).orElseThrow();
    }

    /**
     * Puts a unit and everything below it under another parent, by set. Abolished units follow, so that every path is
     * the parent's path and a segment, and nobody keeps seeing what is not below him any more.
     *
     * @return the paths of the subtree where it is now
     */
    Scope move(Unit unit, Unit parent, Approval approval) {
        var from = Scope.subtree(unit.path());
        String path = Paths.below(parent.path(), unit.id().value());
        closeVersions(from, approval.on());
        jdbc.sql("""
            update unit set
                   parent_id = case when id = :id then :parent else parent_id end,
                   path = concat(:path, substring(path, :rest)),
                   version = version + 1
             where path between :from and :to\
            """)
                .param("id", unit.id().value())
                .param("parent", parent.id().value())
                .param("path", path)
                .param("rest", unit.path().length() + 1)
                .param("from", from.from())
                .param("to", from.to())
                .update();
        var now = Scope.subtree(path);
        remember(now, approval);
        return now;
    }

    /** At most so many units of a scope, in the order of their paths. */
    List<Unit> list(Scope scope, String after, int limit) {
        return jdbc.sql("""
            select * from unit where path between :from and :to and path > :after order by path limit :limit\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after)
                .param("limit", limit)
                .query(Unit.class)
                .list();
    }

    private void closeVersions(Scope scope, LocalDate day) {
        jdbc.sql("""
            update unit_version v join unit u on u.id = v.unit_id and u.version = v.version
               set v.valid_to = :day
             where u.path between :from and :to and v.valid_to is null\
            """)
                .param("day", day)
                .param("from", scope.from())
                .param("to", scope.to())
                .update();
    }

    /** Writes down what the units of a scope are now; a unit that exists no more has a version of no days. */
    private void remember(Scope scope, Approval approval) {
        jdbc.sql("""
            insert into unit_version (unit_id, version, parent_id, code, name, tier, kind, domain, path,
                                      valid_from, valid_to, reason, document, subject, at)
            select id, version, parent_id, code, name, tier, kind, domain, path,
                   :day, case when valid_to is null then null else :day end, :reason, :document, :subject, :at
              from unit where path between :from and :to\
            """)
                .param("day", approval.on())
                .param("reason", approval.reason().name())
                .param("document", approval.document())
                .param("subject", approval.subject())
                .param("at", LocalDateTime.ofInstant(approval.at(), ZoneOffset.UTC))
                .param("from", scope.from())
                .param("to", scope.to())
                .update();
    }
}
