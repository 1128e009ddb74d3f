package cn.dangjian.organization.people.staff;

import cn.dangjian.organization.people.staff.StaffRepository.Quota;
import cn.dangjian.organization.tree.rule.Catalogue;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many staff of each type a unit has and should have; what was set for it counts, else the rule of its place. */
@Component
class Strength {

    private final StaffRepository staff;
    private final Rulebook rulebook;
    private final Catalogue catalogue;

    Strength(StaffRepository staff, Rulebook rulebook, Catalogue catalogue) {
        this.staff = staff;
        this.rulebook = rulebook;
        this.catalogue = catalogue;
    }

    /** @param quota null if nobody has set one; then nothing is missing */
    record OfType(String type, String term, @Nullable Integer quota, int there, int fullTime, int missing) {}

    List<OfType> of(Unit unit, List<Staff> there, LocalDate day) {
        var rules = rulebook.on(day);
        var set = staff.listQuotas(unit.id(), day, Scope.own(unit.path()));
        return catalogue.of(StaffUnit.TYPES).stream()
                .map(type -> {
                    var quota = set.stream()
                            .filter(row -> row.type().equals(type.code()))
                            .map(Quota::quota)
                            .findFirst()
                            .or(() -> rules.find(type.rule(), unit.path()).map(BigDecimal::intValueExact))
                            .orElse(null);
                    return ofType(type, quota, there);
                })
                .toList();
    }

    private static OfType ofType(Catalogue.Entry type, @Nullable Integer quota, List<Staff> all) {
        var there = all.stream().filter(one -> one.type().equals(type.code())).toList();
        int fullTime = (int) there.stream().filter(Staff::fullTime).count();
        int missing = quota == null ? 0 : Math.max(0, quota - there.size());
        return new OfType(type.code(), type.term(), quota, there.size(), fullTime, missing);
    }
}
