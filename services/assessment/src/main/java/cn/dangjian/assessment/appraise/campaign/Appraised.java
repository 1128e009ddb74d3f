package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An object of a campaign.
 *
 * @param campaign of which campaign
 * @param fromUnit the unit whose heir it is; null if it is none
 * @param endedOn from when on nobody is there; null while somebody is
 */
public record Appraised(
        long id,
        long campaign,
        UnitId unit,
        String unitName,
        String path,
        Plan.Mode mode,
        @Nullable UnitId fromUnit,
        @Nullable LocalDate endedOn,
        @Nullable String document) {

    public boolean isThere() {
        return endedOn == null;
    }
}
