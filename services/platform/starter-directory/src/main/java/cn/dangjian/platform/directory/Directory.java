package cn.dangjian.platform.directory;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Answers questions about units from this service's own memory. */
public class Directory {

    private final UnitTable units;

    Directory(UnitTable units) {
        this.units = units;
    }

    /** Finds nothing outside the scope, as if the unit did not exist. */
    public Optional<Unit> find(UnitId id, Scope scope) {
        return units.find(id).filter(scope::contains);
    }

    /** Those of some units that are within the scope. */
    public List<Unit> find(Collection<UnitId> ids, Scope scope) {
        return units.list(ids.stream().map(UnitId::value).toList()).stream()
                .filter(scope::contains)
                .toList();
    }

    /**
     * The unit at which the caller has a post.
     *
     * @throws ProblemException 403 {@code caller.unit-unknown} if it has not been heard of here, or was abolished
     */
    public Unit unitOf(Caller caller) {
        return units.find(new UnitId(caller.unit()))
                .filter(unit -> !unit.isAbolished())
                .orElseThrow(() -> new ProblemException(FORBIDDEN, "caller.unit-unknown"));
    }

    /** The organisation directly above a unit (直接上级): headings of the division codes, where nobody is, are passed over. */
    @Unscoped("above a unit that was found in the caller's scope; says who has the next word, shows nothing")
    public Optional<Unit> organizationAbove(Unit unit) {
        var above = parent(unit);
        while (above.filter(Unit::isHeading).isPresent()) above = above.flatMap(this::parent);
        return above;
    }

    private Optional<Unit> parent(Unit unit) {
        return Optional.ofNullable(unit.parentId()).map(UnitId::new).flatMap(units::find);
    }

    /** What a unit directly below this one may name as its parent: the unit itself, and the headings between. */
    @Unscoped("ids to ask for rows with, in a statement that has a scope")
    public List<Long> asParents(UnitId unit) {
        var all = new ArrayList<Long>();
        var level = List.of(unit.value());
        while (!level.isEmpty()) {
            all.addAll(level);
            level = units.listHeadings(level);
        }
        return List.copyOf(all);
    }

    /** What stands directly below a unit today: organisations, and the headings between, which nobody is. */
    public record Below(List<Unit> organizations, List<Unit> headings) {}

    @Unscoped("below a unit that was found in the caller's scope; who shows them holds each against it")
    public Below below(UnitId unit) {
        var organizations = new ArrayList<Unit>();
        var headings = new ArrayList<Unit>();
        var level = List.of(unit.value());
        while (!level.isEmpty()) {
            var next = new ArrayList<Long>();
            for (var child : units.listChildren(level)) {
                if (child.isHeading()) {
                    headings.add(child);
                    next.add(child.id().value());
                } else {
                    organizations.add(child);
                }
            }
            level = next;
        }
        return new Below(List.copyOf(organizations), List.copyOf(headings));
    }

    /** Units by id for effects that were decided already; asks no scope and must never answer a caller's question. */
    @Unscoped("names for rows whose scope was checked before")
    public List<Unit> named(Collection<Long> ids) {
        return units.list(ids);
    }
}
