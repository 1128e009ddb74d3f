package cn.dangjian.organization.people.staff;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for the Party's affairs at a unit.
 *
 * @param type of the list STAFF_TYPE in {@code rules/catalogue.csv}
 * @param toOn the first day on which the person is not there any more; null if no end is known
 */
record Staff(
        long id,
        UnitId unitId,
        String type,
        String name,
        @Nullable Long accountId,
        boolean fullTime,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        long version)
        implements Versioned {}
