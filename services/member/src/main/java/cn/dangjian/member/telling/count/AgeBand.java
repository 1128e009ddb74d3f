package cn.dangjian.member.telling.count;

import java.time.LocalDate;
import java.time.Period;

/** 年龄段, as the annual tables group them. */
enum AgeBand {
    TO_30(30),
    TO_35(35),
    TO_40(40),
    TO_45(45),
    TO_50(50),
    TO_55(55),
    TO_60(60),
    TO_65(65),
    TO_70(70),
    ABOVE_70(Integer.MAX_VALUE);

    private final int oldest;

    AgeBand(int oldest) {
        this.oldest = oldest;
    }

    /** By full years on a day; whoever is not born yet, by a mistake, is of the first. */
    static AgeBand of(LocalDate birth, LocalDate on) {
        int years = Period.between(birth, on).getYears();
        for (var band : values()) {
            if (years <= band.oldest) return band;
        }
        return ABOVE_70;
    }
}
