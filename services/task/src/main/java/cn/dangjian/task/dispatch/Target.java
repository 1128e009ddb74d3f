package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Headings;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the units below the issuer a task goes to: all of a tier, of a domain, below one unit, or units by name.
 *
 * @param tier null for every tier below the issuer
 * @param domain {@code URBAN} or {@code RURAL}; null for both
 * @param under only units below this one; null for all below the issuer
 * @param units exactly these; null or empty for all that fit the rest
 */
public record Target(
        @Nullable Tier tier,
        @Nullable @Pattern(regexp = "URBAN|RURAL") String domain,
        @Nullable UnitId under,
        @Nullable @Size(max = 2000) List<@NotNull UnitId> units) {

    @JsonIgnore
    boolean namesUnits() {
        return units != null && !units.isEmpty();
    }

    /** Nobody named: who is addressed, the mode says. */
    public static final Target EMPTY = new Target(null, null, null, null);

    @JsonIgnore
    public boolean choosesNothing() {
        return tier == null && !namesUnits();
    }

    /**
     * A condition on table {@code unit u} within a scope: organisations that fit, as they are today. It takes what
     * {@link #values} says. {@code AssignmentRepository.address} says the same in its own words.
     *
     * @param place the column of the scope's paths
     */
    public String fits(String place) {
        return "u.valid_to is null"
                + (tier == null ? "" : " and " + Headings.standsAt(tier, "u"))
                + " and u.kind <> 'DIVISION_GROUP'"
                + (domain == null ? "" : " and u.domain = :domain")
                + (namesUnits() ? " and u.id in (:units)" : "")
                + (under == null
                        ? ""
                        : " and exists (select 1 from unit a where a.id = :under"
                                + " and u.%1$s between a.%1$s and concat(a.%1$s, '~'))".formatted(place));
    }

    /** What the condition is filled in with. */
    public Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        if (domain != null) values.put("domain", domain);
        if (under != null) values.put("under", under.value());
        if (units != null && !units.isEmpty())
            values.put("units", units.stream().map(UnitId::value).toList());
        return values;
    }
}
