package cn.dangjian.statistics.tally;

/**
 * How many units are how far (进度).
 *
 * @param addressed 下达
 * @param delivered 送达
 * @param failed 未能送达
 * @param signed 签收, ever
 * @param handedIn 上报, now waiting for review or approved
 * @param returned 退回, now
 * @param approved 办结, now
 * @param merged 并入: the unit ended, and its heir does it with its own
 * @param closed 终止: the unit ended without an heir
 * @param withdrawn 撤回: whoever dispatched it took it back
 */
public record Figures(
        long addressed,
        long delivered,
        long failed,
        long signed,
        long handedIn,
        long returned,
        long approved,
        long merged,
        long closed,
        long withdrawn) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** 待送达: addressed, and notification has not said yet what became of it. */
    public long pending() {
        return addressed - delivered - failed;
    }

    /** 未上报: what the unit, or its heir, still has to hand in. */
    public long unsubmitted() {
        return addressed - handedIn - merged - closed - withdrawn;
    }

    /** 待审核: handed in, and waiting for review. */
    public long submitted() {
        return handedIn - approved;
    }

    public Figures plus(Figures other) {
        return new Figures(
                addressed + other.addressed,
                delivered + other.delivered,
                failed + other.failed,
                signed + other.signed,
                handedIn + other.handedIn,
                returned + other.returned,
                approved + other.approved,
                merged + other.merged,
                closed + other.closed,
                withdrawn + other.withdrawn);
    }

    public Figures minus(Figures other) {
        return plus(new Figures(
                -other.addressed,
                -other.delivered,
                -other.failed,
                -other.signed,
                -other.handedIn,
                -other.returned,
                -other.approved,
                -other.merged,
                -other.closed,
                -other.withdrawn));
    }
}
