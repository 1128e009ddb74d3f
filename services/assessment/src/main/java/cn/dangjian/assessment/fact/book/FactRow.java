package cn.dangjian.assessment.fact.book;

import java.time.LocalDate;

/** A row of table {@code fact}: what holds from a day until the one before another one. */
record FactRow(
        String measure,
        String thing,
        LocalDate day,
        LocalDate toOn,
        boolean kept,
        long unitId,
        long numerator,
        long denominator,
        String eventId,
        long version) {

    boolean says(FactRow other) {
        return day.equals(other.day)
                && toOn.equals(other.toOn)
                && unitId == other.unitId
                && numerator == other.numerator
                && denominator == other.denominator;
    }

    boolean counts(FactRow other) {
        return unitId == other.unitId && numerator == other.numerator && denominator == other.denominator;
    }
}
