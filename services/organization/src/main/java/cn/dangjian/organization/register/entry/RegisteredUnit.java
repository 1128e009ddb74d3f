package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CreditCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the register as it is now, or as it was on its last day.
 *
 * @param since the first day of its present facts
 */
record RegisteredUnit(
        long id,
        long version,
        LocalDate registeredOn,
        @Nullable LocalDate closedOn,
        LocalDate since,
        Facts facts) {

    /**
     * What is told about a unit.
     *
     * @param type a code of table {@code unit-type}
     * @param members how many Party members work or live there, whichever branch they belong to
     * @param place the township or village under which it lies: who keeps it
     */
    record Facts(String name, @Nullable CreditCode creditCode, String type, int employees, int members, long place) {

        @Nullable
        String code() {
            return creditCode == null ? null : creditCode.value();
        }
    }

    boolean isClosed() {
        return closedOn != null;
    }
}
