package cn.dangjian.assessment.fact.measure;

import cn.dangjian.platform.directory.Tier;
import java.util.Optional;
import java.util.Set;

/** 考核对象: which units a scheme scores. */
public enum ObjectKind {
    /** 县、区. */
    COUNTY,
    /** 乡镇、街道. */
    TOWNSHIP,
    /** 村、社区. */
    VILLAGE,
    /** 支部. */
    BRANCH,
    /** 部门: committees of lines, and leading groups. */
    DEPARTMENT;

    private static final Set<String> DEPARTMENTS = Set.of("WORKING_COMMITTEE", "INDUSTRY_COMMITTEE", "LEADING_GROUP");

    /** Which one a unit is; none of a province, a city, or what stands below a branch. */
    public static Optional<ObjectKind> of(Tier tier, String kind) {
        return switch (tier) {
            case COUNTY -> Optional.of(COUNTY);
            case TOWNSHIP -> Optional.of(TOWNSHIP);
            case VILLAGE -> Optional.of(VILLAGE);
            case BRANCH -> Optional.of(DEPARTMENTS.contains(kind) ? DEPARTMENT : BRANCH);
            case PROVINCE, CITY, GROUP, HOUSEHOLD -> Optional.empty();
        };
    }

    /** The tier on which its units stand. */
    public Tier tier() {
        return switch (this) {
            case COUNTY -> Tier.COUNTY;
            case TOWNSHIP -> Tier.TOWNSHIP;
            case VILLAGE -> Tier.VILLAGE;
            case BRANCH, DEPARTMENT -> Tier.BRANCH;
        };
    }
}
