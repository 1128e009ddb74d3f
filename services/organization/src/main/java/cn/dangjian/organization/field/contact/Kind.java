package cn.dangjian.organization.field.contact;

import cn.dangjian.platform.directory.Tier;
import java.util.Set;

/** What a contact point is to its official. */
enum Kind {
    /** 联点. */
    POINT,
    /** 包片: a township, and so all its villages, or single villages. */
    AREA,
    /** 驻村. */
    STATION;

    boolean fits(Tier tier) {
        return switch (this) {
            case POINT ->
                Set.of(Tier.COUNTY, Tier.TOWNSHIP, Tier.VILLAGE, Tier.BRANCH).contains(tier);
            case AREA -> tier == Tier.TOWNSHIP || tier == Tier.VILLAGE;
            case STATION -> tier == Tier.VILLAGE;
        };
    }
}
