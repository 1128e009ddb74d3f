package cn.dangjian.organization.field.screening;

import cn.dangjian.platform.directory.Unit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Other rooms ask here which screening a unit falls under. */
@Component
public class Screenings {

    private final ScreeningRepository batches;

    Screenings(ScreeningRepository batches) {
        this.batches = batches;
    }

    /** The screening of a year in the county above a unit; empty if the county has not opened one. */
    public Optional<Batch> above(Unit unit, int year) {
        return batches.findAbove(unit.path(), year);
    }
}
