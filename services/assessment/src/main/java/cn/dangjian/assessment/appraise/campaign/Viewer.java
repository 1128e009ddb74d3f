package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;

/** Who looks at a campaign that lies above him: an object sees its own, and whoever may give sheets sees of whom. */
public record Viewer(UnitId own, long account) {

    public static Viewer of(Desk desk) {
        return new Viewer(desk.unit().id(), desk.caller().account().value());
    }
}
