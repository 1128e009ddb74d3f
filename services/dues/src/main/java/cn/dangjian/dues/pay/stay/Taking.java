package cn.dangjian.dues.pay.stay;

import cn.dangjian.dues.roll.Payer;
import cn.dangjian.platform.directory.UnitId;

/**
 * Who pays, and in whose books it is.
 *
 * @param unit that takes the money: his own, or the one at which he stays
 */
public record Taking(Payer payer, UnitId unit) {

    /** Whether he pays elsewhere than where he belongs. */
    public boolean isElsewhere() {
        return !unit.equals(payer.unit());
    }
}
