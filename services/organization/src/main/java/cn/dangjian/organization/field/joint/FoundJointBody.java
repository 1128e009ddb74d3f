package cn.dangjian.organization.field.joint;

import cn.dangjian.organization.tree.rulebook.Rulebook;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 组建大工委、大党委: a street or community plans its joint body until a day, and founds it. */
@Service
class FoundJointBody {

    private static final Set<Tier> HOMES = Set.of(Tier.TOWNSHIP, Tier.VILLAGE);
    private static final int MONTHS = 12;

    private final JointRepository bodies;
    private final Rulebook rulebook;
    private final Directory directory;
    private final Days days;

    FoundJointBody(JointRepository bodies, Rulebook rulebook, Directory directory, Days days) {
        this.bodies = bodies;
        this.rulebook = rulebook;
        this.directory = directory;
        this.days = days;
    }

    @Transactional
    Outcome plan(int year, @Nullable LocalDate targetOn, Caller caller) {
        var unit = directory.unitOf(caller);
        if (!HOMES.contains(unit.tier()) || !unit.domain().equals("URBAN")) return new Outcome.NotAStreet();
        if (targetOn != null && targetOn.getYear() != year) return new Outcome.DayUnfit();
        if (bodies.exists(unit.id())) return new Outcome.ThereAlready();

        return new Outcome.Done(bodies.insert(unit.id(), targetOn == null ? target(year, unit) : targetOn));
    }

    @Transactional
    Outcome found(long id, LocalDate day, String document, @Nullable String ifMatch, Caller caller) {
        var here = directory.unitOf(caller);
        var found = bodies.find(id, Scope.subtree(here.path()));
        if (found.isEmpty()) return new Outcome.NoSuchBody();
        var body = found.get();
        if (!body.unitId().equals(here.id())) return new Outcome.NotYours();
        if (body.foundedOn() != null) return new Outcome.FoundedAlready();
        ETags.requireMatch(ifMatch, body.version());
        if (day.isAfter(days.today())) return new Outcome.DayUnfit();

        bodies.found(body, day, document);
        return new Outcome.Done(id);
    }

    private LocalDate target(int year, Unit unit) {
        int month = rulebook.on(days.today()).number("joint.target.month", unit.path());
        return YearMonth.of(year, Math.clamp(month, 1, MONTHS)).atEndOfMonth();
    }

    sealed interface Outcome {
        record Done(long body) implements Outcome {}

        record NotAStreet() implements Outcome {}

        record ThereAlready() implements Outcome {}

        record NoSuchBody() implements Outcome {}

        record NotYours() implements Outcome {}

        record FoundedAlready() implements Outcome {}

        record DayUnfit() implements Outcome {}
    }
}
