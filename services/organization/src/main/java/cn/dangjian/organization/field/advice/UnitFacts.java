package cn.dangjian.organization.field.advice;

/**
 * What is known of a Party unit.
 *
 * @param counted whether its members were ever announced
 * @param below how many members, full and probationary, all branches below have
 * @param retiredBelow how many of those below have retired
 * @param covers how many register units it covers
 * @param jointly how many of them jointly
 * @param withRetireeBranch how many of them have a retiree branch
 */
record UnitFacts(
        long id,
        String name,
        String kind,
        String path,
        boolean counted,
        int full,
        int probationary,
        int retired,
        int below,
        int retiredBelow,
        int covers,
        int jointly,
        int withRetireeBranch) {

    UnitFacts above(int members, int retiredMembers) {
        return new UnitFacts(
                id,
                name,
                kind,
                path,
                counted,
                full,
                probationary,
                retired,
                members,
                retiredMembers,
                covers,
                jointly,
                withRetireeBranch);
    }

    UnitFacts covering(int units, int joint, int retireeBranches) {
        return new UnitFacts(
                id,
                name,
                kind,
                path,
                counted,
                full,
                probationary,
                retired,
                below,
                retiredBelow,
                units,
                joint,
                retireeBranches);
    }

    /** Those who belong to the unit itself. */
    int own() {
        return full + probationary;
    }

    /** Those who belong to the unit or to one below it. */
    int all() {
        return own() + below;
    }
}
