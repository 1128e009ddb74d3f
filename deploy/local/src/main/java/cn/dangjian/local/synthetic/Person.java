package cn.dangjian.local.synthetic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who does not exist.
 *
 * @param index in the province; no other person has it
 * @param unit the code of the unit to which he belongs
 * @param ethnicity GB/T 3304; null where nobody has written it down
 * @param education GB/T 4658
 * @param memberClass as the member service names it; null for whoever is no member yet
 */
public record Person(
        long index,
        String unit,
        String name,
        String number,
        LocalDate birth,
        @Nullable String ethnicity,
        @Nullable String education,
        @Nullable String phone,
        @Nullable String memberClass,
        LocalDate appliedOn,
        @Nullable LocalDate activistOn,
        @Nullable LocalDate objectOn,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate fullOn) {}
