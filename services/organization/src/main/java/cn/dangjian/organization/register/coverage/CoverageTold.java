package cn.dangjian.organization.register.coverage;

import java.time.LocalDate;

/**
 * How many register units that lie directly at a place are covered.
 *
 * @param asOf the day on which it was looked
 * @param version of what was told; 0 if nothing was
 */
record CoverageTold(
        long unitId, int covered, int shouldBeCovered, int notYet, int notRequired, LocalDate asOf, long version) {

    boolean says(CoverageTold other) {
        return covered == other.covered
                && shouldBeCovered == other.shouldBeCovered
                && notYet == other.notYet
                && notRequired == other.notRequired;
    }

    CoverageTold next(long before) {
        return new CoverageTold(unitId, covered, shouldBeCovered, notYet, notRequired, asOf, before + 1);
    }

    CoverageTold and(CoverageState state, int units) {
        return switch (state) {
            case COVERED ->
                new CoverageTold(unitId, covered + units, shouldBeCovered, notYet, notRequired, asOf, version);
            case SHOULD_BE_COVERED ->
                new CoverageTold(unitId, covered, shouldBeCovered + units, notYet, notRequired, asOf, version);
            case NOT_YET ->
                new CoverageTold(unitId, covered, shouldBeCovered, notYet + units, notRequired, asOf, version);
            case NOT_REQUIRED ->
                new CoverageTold(unitId, covered, shouldBeCovered, notYet, notRequired + units, asOf, version);
        };
    }
}
