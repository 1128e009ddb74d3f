package cn.dangjian.statistics.figure.catalogue;

import java.util.Arrays;
import java.util.Locale;

/** By what a measure can be taken apart, beside the units directly below: parts are told apart by how their slots begin. */
public enum Grouping {
    /** The margin of the measure: class, age, stage. */
    SLOT,
    /** 组织类别: the kind of the units whose values these are. */
    KIND,
    /** 城乡: the domain of the units whose values these are. */
    DOMAIN;

    private static final char END = ':';

    /** How slots of this grouping begin; those of margins have no colon. */
    public String prefix() {
        return this == SLOT ? "" : name().toLowerCase(Locale.ROOT) + END;
    }

    public String slot(String part) {
        return prefix() + part;
    }

    /** The part that a slot stands for. */
    public String part(String slot) {
        return slot.substring(prefix().length());
    }

    /** Of a slot that is not empty. */
    public static Grouping of(String slot) {
        return Arrays.stream(values())
                .filter(grouping -> grouping != SLOT && slot.startsWith(grouping.prefix()))
                .findFirst()
                .orElse(SLOT);
    }
}
