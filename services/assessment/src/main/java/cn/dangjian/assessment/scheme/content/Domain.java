package cn.dangjian.assessment.scheme.content;

import cn.dangjian.platform.directory.sector.Sector;
import java.util.Optional;

/**
 * 领域: for which units of an object a scheme is: those in town or country, as the tree has them, or those of one field of
 * work (分类定标: each field has standards of its own, by the kinds of its units).
 */
public enum Domain {
    /** 城市. */
    URBAN,
    /** 农村. */
    RURAL,
    /** 农村领域: village organisations, wherever they are. */
    VILLAGE,
    /** 社区. */
    COMMUNITY,
    /** 机关. */
    AGENCY,
    /** 国企. */
    STATE_FIRM,
    /** 两新. */
    NEW_ORGANIZATION,
    /** 学校. */
    SCHOOL,
    /** 医院. */
    HOSPITAL;

    /** Whether a unit of this kind, standing in town or country, is one of these. */
    public boolean holds(String kind, String townOrCountry) {
        return sector().map(sector -> sector == Sector.of(kind)).orElseGet(() -> name().equals(townOrCountry));
    }

    /** Of two that hold a unit the narrower one counts: its field of work rather than town or country. */
    public int narrowness() {
        return sector().isPresent() ? 2 : 1;
    }

    private Optional<Sector> sector() {
        return Sector.find(name());
    }
}
