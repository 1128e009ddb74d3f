package cn.dangjian.organization.register.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a division code (区划代码) stands for during some days; a code may be given again after it was revoked.
 *
 * @param to the first day on which it stands for that no more; null while it does
 */
record DivisionPeriod(
        String code, String name, LocalDate from, @Nullable LocalDate to) {

    private static final Comparator<DivisionPeriod> ORDER =
            Comparator.comparing(DivisionPeriod::code).thenComparing(DivisionPeriod::from);

    /** 已撤销: whether it has an end. */
    @JsonProperty
    boolean revoked() {
        return to != null;
    }

    boolean isEmpty() {
        return to != null && !from.isBefore(to);
    }

    boolean isSameAs(DivisionPeriod other) {
        return code.equals(other.code) && from.equals(other.from);
    }

    boolean overlaps(DivisionPeriod later) {
        return code.equals(later.code) && (to == null || to.isAfter(later.from));
    }

    /** The codes that would stand for two divisions on one day. */
    static Set<String> overlapping(Collection<DivisionPeriod> periods) {
        var codes = new TreeSet<String>();
        Optional<DivisionPeriod> before = Optional.empty();
        for (var period : periods.stream().sorted(ORDER).toList()) {
            if (before.isPresent() && before.get().overlaps(period)) codes.add(period.code());
            before = Optional.of(period);
        }
        return codes;
    }

    /** What is known once the new periods take the place of those that begin on the same day. */
    static Collection<DivisionPeriod> merged(Collection<DivisionPeriod> known, Collection<DivisionPeriod> told) {
        record Key(String code, LocalDate from) {}
        var merged = new HashMap<Key, DivisionPeriod>();
        for (var period : known) merged.put(new Key(period.code(), period.from()), period);
        for (var period : told) merged.put(new Key(period.code(), period.from()), period);
        return merged.values();
    }
}
