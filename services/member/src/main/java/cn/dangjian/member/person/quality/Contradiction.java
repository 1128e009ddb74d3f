package cn.dangjian.member.person.quality;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something in a file that cannot be right (矛盾), for people to look at.
 *
 * @param day what it is about
 */
public record Contradiction(
        long member,
        String name,
        UnitId unit,
        String path,
        Kind kind,
        @Nullable LocalDate day) {

    /** What does not fit. */
    public enum Kind {
        /** 申请时未满法定年龄. */
        TOO_YOUNG,
        /** 转正早于入党. */
        FULL_BEFORE_ADMISSION,
        /** 预备期逾期未转. */
        PROBATION_WITHOUT_END,
        /** 同一天两个组织. */
        TWO_UNITS,
        /** 所在组织已撤销. */
        UNIT_ENDED,
        /** 外国人. */
        FOREIGNER
    }
}
