package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.assessment.fact.measure.ObjectKind;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;

/** 评议对象: which units directly below the owner debrief. */
public enum ObjectSet {
    /** 市. */
    CITIES(Tier.PROVINCE, Tier.CITY),
    /** 县、区. */
    COUNTIES(Tier.CITY, Tier.COUNTY),
    /** 乡镇、街道. */
    TOWNSHIPS(Tier.COUNTY, Tier.TOWNSHIP),
    /** 村、社区. */
    VILLAGES(Tier.TOWNSHIP, Tier.VILLAGE),
    /** 县直部门: committees of lines, and leading groups. */
    DEPARTMENTS(Tier.COUNTY, Tier.BRANCH);

    private final Tier owner;
    private final Tier tier;

    ObjectSet(Tier owner, Tier tier) {
        this.owner = owner;
        this.tier = tier;
    }

    /** The tier of whoever opens a campaign of them. */
    Tier owner() {
        return owner;
    }

    /** The tier on which they stand. */
    Tier tier() {
        return tier;
    }

    /** Whether a unit of that tier is one of them. */
    boolean holds(Unit unit) {
        return this != DEPARTMENTS
                || ObjectKind.of(unit.tier(), unit.kind())
                        .filter(kind -> kind == ObjectKind.DEPARTMENT)
                        .isPresent();
    }
}
