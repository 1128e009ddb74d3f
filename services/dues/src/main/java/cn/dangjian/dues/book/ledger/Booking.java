package cn.dangjian.dues.book.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened (记账凭证).
 *
 * @param cause what it is booked for; of one cause there is one booking
 * @param unit whose books it is in
 * @param other a second unit that takes part
 * @param day on which it happened
 * @param way how money was handed over
 * @param payer who handed it over, if not the member
 */
public record Booking(
        String cause,
        Kind kind,
        long unit,
        @Nullable Long other,
        @Nullable Long memberId,
        long fen,
        LocalDate day,
        @Nullable String way,
        @Nullable String payer,
        @Nullable String text,
        @Nullable Long reverses) {

    /** What happened. */
    public enum Kind {
        /** 交纳. */
        PAYMENT,
        /** 一次多交纳1000元以上的. */
        GIFT,
        /** 退还. */
        REFUND,
        /** 冲销. */
        REVERSAL,
        /** 上缴. */
        SENT,
        /** 收到下级上缴. */
        RECEIVED,
        /** 中央已收. */
        AT_CENTRE,
        /** 后到: what was missing of something sent has arrived later. */
        FOUND,
        /** 核销: what was missing is given up. */
        GIVEN_UP,
        /** 清算: the provider has paid out. */
        SETTLED,
        /** 移交: the money of a unit that has ended. */
        HANDED_OVER,
        /** 流入地转出: a branch of stay sends what it has taken of another branch's members. */
        STAY_SENT,
        /** It has arrived: from then on it was not collected by the branch of stay, */
        STAY_GIVEN,
        /** but by the branch of origin. */
        STAY_RECEIVED
    }

    /** Of money that a member hands over. */
    public static Booking payment(
            String cause,
            Kind kind,
            long unit,
            long member,
            long fen,
            LocalDate day,
            String way,
            @Nullable String payer,
            @Nullable String text) {
        return new Booking(cause, kind, unit, null, member, fen, day, way, payer, text, null);
    }
}
