package cn.dangjian.organization.people.staff;

import cn.dangjian.organization.people.staff.StaffRepository.Quota;
import cn.dangjian.organization.tree.rule.Catalogue;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 党务力量配备: a township or above puts staff on posts at its units, lets them go, and sets how many there should be. */
@Service
class StaffUnit {

    private static final Set<Tier> BELOW = Set.of(Tier.VILLAGE, Tier.BRANCH);
    static final String TYPES = "STAFF_TYPE";

    private final StaffRepository staff;
    private final Catalogue catalogue;
    private final Directory directory;
    private final Days days;

    StaffUnit(StaffRepository staff, Catalogue catalogue, Directory directory, Days days) {
        this.staff = staff;
        this.catalogue = catalogue;
        this.directory = directory;
        this.days = days;
    }

    record Leaving(
            long id, LocalDate on, String reason, @Nullable String ifMatch) {}

    @Transactional
    Outcome hire(Staff one, Caller caller) {
        var own = directory.unitOf(caller);
        if (find(one.unitId(), own).isEmpty()) return new Outcome.Unknown();
        if (BELOW.contains(own.tier())) return new Outcome.NotYours();
        if (catalogue.find(TYPES, one.type()).isEmpty()) return new Outcome.NoSuchType(one.type());
        if (one.fromOn().isAfter(days.today())) return new Outcome.WrongDay();

        long id = staff.insert(one);
        return new Outcome.Done(staff.find(id, Scope.subtree(own.path())).orElseThrow());
    }

    @Transactional
    Outcome release(Leaving leaving, Caller caller) {
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var found = staff.find(leaving.id(), scope);
        if (found.isEmpty()) return new Outcome.Unknown();
        if (BELOW.contains(own.tier())) return new Outcome.NotYours();
        var one = found.get();
        ETags.requireMatch(leaving.ifMatch(), one.version());
        if (one.toOn() != null) return new Outcome.Gone();
        if (leaving.on().isBefore(one.fromOn()) || leaving.on().isAfter(days.today())) return new Outcome.WrongDay();

        staff.end(one, leaving.on(), leaving.reason());
        return new Outcome.Done(staff.find(one.id(), scope).orElseThrow());
    }

    /** Set by one above the unit; of a province, which nobody is above, by itself. */
    @Transactional
    Outcome setQuota(Quota quota, String document, Caller caller) {
        var own = directory.unitOf(caller);
        if (find(quota.unitId(), own).isEmpty()) return new Outcome.Unknown();
        boolean itself = own.id().equals(quota.unitId()) && own.tier() != Tier.PROVINCE;
        if (itself || BELOW.contains(own.tier())) return new Outcome.NotYours();
        if (catalogue.find(TYPES, quota.type()).isEmpty()) return new Outcome.NoSuchType(quota.type());
        if (quota.since().isBefore(days.today())) return new Outcome.WrongDay();

        staff.insert(quota, document, caller.subject(), days.now());
        return new Outcome.QuotaSet();
    }

    private Optional<Unit> find(UnitId unit, Unit own) {
        return directory.find(unit, Scope.subtree(own.path())).filter(found -> !found.isAbolished());
    }

    sealed interface Outcome {
        record Done(Staff staff) implements Outcome {}

        record QuotaSet() implements Outcome {}

        record Unknown() implements Outcome {}

        record NotYours() implements Outcome {}

        record NoSuchType(String type) implements Outcome {}

        record WrongDay() implements Outcome {}

        record Gone() implements Outcome {}
    }
}
