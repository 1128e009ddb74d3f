package cn.dangjian.assessment.score.scoring;

/** Which facts count, for those who show them; a statement that takes {@code :stays} as scored parts have them. */
public final class Facts {

    /** Rows with unit_id, part_on, indicator_id, measure, thing, day, fact_unit, numerator, denominator, costs. */
    public static final String COUNTED = Formula.FACTS;

    private Facts() {}
}
