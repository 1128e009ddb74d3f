package cn.dangjian.statistics.figure.catalogue;

import cn.dangjian.platform.directory.sector.Sector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what a measure can be taken apart, beside the units directly below: parts are told apart by how their slots begin. */
public enum Grouping {
    /** The margin of the measure: class, age, stage. */
    SLOT,
    /** 组织类别: the kind of the units whose values these are. */
    KIND,
    /** 城乡: the domain of the units whose values these are. */
    DOMAIN,
    /** 领域: the fields in which the kinds of the units stand; no sums of its own are kept, those of its kinds are added up. */
    SECTOR;

    private static final char END = ':';
    /** What no unit is: a grouping that names no part holds nobody. */
    private static final String NOBODY = "-";

    /** Whether sums are kept of its parts. */
    public boolean isKept() {
        return this != SECTOR;
    }

    /** The slots of which sums are kept that make up the one that is asked for; empty for the whole. */
    public static List<String> keptSlots(String slot) {
        return slot.isEmpty() || of(slot).isKept()
                ? List.of(slot)
                : kinds(slot).stream().map(KIND::slot).toList();
    }

    /** The kinds that stand in the field of a slot; one that no unit has, if there is no such field. */
    public static List<String> kinds(String slot) {
        return Sector.find(SECTOR.part(slot)).map(Sector::kinds).orElse(List.of(NOBODY));
    }

    /** How slots of this grouping begin; those of margins have no colon. */
    public String prefix() {
        return this == SLOT ? "" : name().toLowerCase(Locale.ROOT) + END;
    }

    public String slot(String part) {
        return prefix() + part;
    }

    /** The part that a slot stands for. */
    public String part(String slot) {
        String part = slot.substring(prefix().length());
        return part.isEmpty() && this != SLOT ? NOBODY : part;
    }

    /** Of a slot that is not empty. */
    public static Grouping of(String slot) {
        return Arrays.stream(values())
                .filter(grouping -> grouping != SLOT && slot.startsWith(grouping.prefix()))
                .findFirst()
                .orElse(SLOT);
    }
}
