package cn.dangjian.organization.field.screening;

import java.time.LocalDate;

/**
 * One county's screening of one year.
 *
 * @param document which document started it
 * @param screenFrom the first day on which townships name units
 * @param screenTo the last one
 */
public record Batch(
        long id, long countyId, int year, String document, LocalDate screenFrom, LocalDate screenTo, String path) {

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(screenFrom) && !day.isAfter(screenTo);
    }
}
