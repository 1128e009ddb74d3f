package cn.dangjian.statistics.figure.kept;

import java.time.LocalDate;

/** A row of {@code unit_value}; its source has no number yet while it is new. */
record ValueRow(long source, String measure, String slot, LocalDate from, LocalDate to, long unit, long value) {}
