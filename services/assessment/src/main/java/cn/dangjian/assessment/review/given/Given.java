package cn.dangjian.assessment.review.given;

import org.jspecify.annotations.Nullable;

/**
 * What people give a unit for an indicator in a year.
 *
 * @param ownerId whose scheme it is
 * @param waived why it does not apply; null if it does
 */
record Given(
        long id,
        long unitId,
        long ownerId,
        int year,
        String code,
        @Nullable String waived,
        @Nullable String document,
        long version) {}
