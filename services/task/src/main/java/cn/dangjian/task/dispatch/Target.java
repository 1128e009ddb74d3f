package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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
    boolean choosesNothing() {
        return tier == null && !namesUnits();
    }
}
