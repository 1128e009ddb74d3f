package cn.dangjian.dues.care.arrears;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about somebody who has not paid, and what people have said.
 *
 * @param months how many are open in a row, as long as the case is open
 * @param since the first of them; null if none is open any more
 * @param open what is open of all months that are over
 * @param hearingUntil the last day on which he may speak before it is voted
 * @param dueOn by when the present state ends; null if nothing is due
 */
record ArrearsCase(
        long id,
        long member,
        UnitId unit,
        String unitName,
        State state,
        int months,
        @Nullable YearMonth since,
        Yuan open,
        LocalDate openedOn,
        @Nullable Reason kind,
        @Nullable String reason,
        @Nullable LocalDate noticedOn,
        @Nullable LocalDate hearingUntil,
        @Nullable LocalDate votedOn,
        @Nullable Integer entitled,
        @Nullable Integer present,
        @Nullable Integer yes,
        @Nullable LocalDate decidedOn,
        @Nullable String document,
        @Nullable LocalDate dueOn,
        long version) {

    /** Where a case stands. */
    enum State {
        /** 待核实: six months in a row are open, and people are asked why. */
        ASKED,
        /** 上报理由: the branch has found a reason, and the committee has not decided. */
        EXCUSED,
        /** 听取说明. */
        HEARING,
        /** 支部大会认定无正当理由, and the committee has not decided. */
        VOTED,
        /** 有正当理由. */
        REASONED,
        /** 已补交: fewer than six months in a row are open. */
        PAID,
        /** 认定无正当理由: it is proposed that people handle it; nothing about him changes here. */
        ESTABLISHED,
        /** 未认定. */
        DROPPED,
        /** 终止: he has died, or pays here no more. */
        OVER
    }

    /** Why somebody has not paid (正当理由). */
    enum Reason {
        /** 长期患病. */
        ILLNESS,
        /** 生活困难: a relief can be proposed. */
        HARDSHIP,
        /** 外出失联. */
        OUT_OF_CONTACT,
        /** 系统或账务错误. */
        ACCOUNTS,
        /** 其他. */
        OTHER
    }
}
