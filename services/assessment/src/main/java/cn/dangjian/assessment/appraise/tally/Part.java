package cn.dangjian.assessment.appraise.tally;

import cn.dangjian.assessment.appraise.campaign.Plan.Role;
import cn.dangjian.assessment.appraise.sheet.SheetTable.Counted;
import java.util.List;

/**
 * What the sheets of one role say of an object together.
 *
 * @param entitled how many may have given one
 * @param given how many have
 * @param cut how many are left out at each end
 * @param counted what is left, the fewest points first
 */
public record Part(Role role, int entitled, int given, int cut, List<Counted> counted, State state) {

    /** Whether a role counts. */
    public enum State {
        /** 计入. */
        COUNTED,
        /** 未达规定人数: too few of those who may have given a sheet. */
        UNDER_QUORUM,
        /** 票数太少: of so few sheets from below one could tell whose they are. */
        TOO_FEW
    }

    private static final int ALL = 100;

    /**
     * @param sheets the fewest points first
     * @param outOf how many of a hundred are left out at each end
     * @param belowLeast of how many sheets from below a sum is shown at least
     */
    static Part of(Role role, int entitled, List<Counted> sheets, int outOf, int belowLeast) {
        int cut = sheets.size() * outOf / ALL;
        var counted = List.copyOf(sheets.subList(cut, sheets.size() - cut));
        return new Part(
                role, entitled, sheets.size(), cut, counted, state(role, entitled, sheets, counted.size(), belowLeast));
    }

    private static State state(Role role, int entitled, List<Counted> sheets, int counted, int belowLeast) {
        // what is left counts here: the middle one alone would be somebody's sheet
        if (role.voters().isSecret() && counted < belowLeast) return State.TOO_FEW;
        boolean isEnough = !sheets.isEmpty() && (long) sheets.size() * ALL >= (long) entitled * role.quorum();
        return isEnough ? State.COUNTED : State.UNDER_QUORUM;
    }

    public boolean counts() {
        return state == State.COUNTED;
    }

    /** Of all that are counted, in hundredths. */
    long sum() {
        return counted.stream().mapToLong(Counted::points).sum();
    }
}
