package cn.dangjian.platform.directory;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
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

    /** Units by id for effects that were decided already; asks no scope and must never answer a caller's question. */
    @Unscoped("names for rows whose scope was checked before")
    public List<Unit> named(Collection<Long> ids) {
        return units.list(ids);
    }
}
