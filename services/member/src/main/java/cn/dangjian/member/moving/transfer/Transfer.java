package cn.dangjian.member.moving.transfer;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.number.Sex;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's way from one branch to another, as far as the case goes. What it says of the person is what the letter says:
 * written down when it was asked for, and not read from his file, which each side sees only while he is its own.
 *
 * @param member the number of his file; null for whoever comes from another province, until he is accepted
 * @param birthYear of his birth day not more, as his number and phone are not shown at all
 * @param origin the branch that he leaves; null if it is in another province
 * @param destination the branch to which he goes; null if it is in another province
 * @param elsewhere the other province's organisation; null if both branches are in this one
 * @param duesPaidTo until which month, for example 2026-03; null as long as nobody has said so
 * @param letter the number of the newest letter (介绍信)
 * @param due by when the state is to end; null if nothing is due
 * @param movedOn when he was accepted, or had arrived in the other province
 * @param receiptOn when the other side had its receipt (回执)
 */
record Transfer(
        long id,
        Sort sort,
        @Nullable Long member,
        String name,
        Sex sex,
        int birthYear,
        Status status,
        @Nullable MemberClass memberClass,
        @Nullable UnitId origin,
        @Nullable String originName,
        @Nullable UnitId destination,
        @Nullable String destinationName,
        @Nullable String elsewhere,
        String reason,
        @Nullable String duesPaidTo,
        @Nullable String letter,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        State state,
        int round,
        @Nullable LocalDate due,
        @Nullable LocalDate movedOn,
        @Nullable LocalDate receiptOn,
        OffsetDateTime openedAt,
        long version) {

    /** Between which sides. */
    enum Sort {
        /** 省内: both branches are in this province. */
        WITHIN,
        /** 转往省外. */
        OUT,
        /** 省外转入. */
        IN
    }

    /** Where a transfer stands. Until he is accepted, he belongs to the branch of origin. */
    enum State {
        /** 申请. */
        REQUESTED,
        /** 已同意转出. */
        OUT_APPROVED,
        /** 在途: the letter is on its way. */
        LETTERED,
        /** 已同意转入. */
        IN_APPROVED,
        /** 已接收: he belongs to the destination, and the origin waits for the receipt. */
        ACCEPTED,
        /** 已回执. */
        CLOSED,
        /** 退回. */
        RETURNED,
        /** 撤销. */
        REVOKED
    }

    /** Whose turn it is. */
    enum Turn {
        ORIGIN,
        ABOVE_ORIGIN,
        ABOVE_DESTINATION,
        DESTINATION,
        NOBODY
    }

    /** Whether something should have been done by now. */
    boolean isLate(LocalDate today) {
        return due != null && due.isBefore(today);
    }

    /** A letter that has expired is the origin's matter again; of one from another province, the destination's. */
    Turn turn(LocalDate today) {
        boolean expired = isLate(today) && state != State.ACCEPTED;
        if (expired) return sort == Sort.IN ? Turn.ABOVE_DESTINATION : Turn.ABOVE_ORIGIN;
        return switch (state) {
            case REQUESTED, OUT_APPROVED -> Turn.ABOVE_ORIGIN;
            case LETTERED -> sort == Sort.OUT ? Turn.ABOVE_ORIGIN : Turn.ABOVE_DESTINATION;
            case IN_APPROVED -> Turn.DESTINATION;
            case ACCEPTED -> Turn.ABOVE_DESTINATION;
            case RETURNED -> sort == Sort.IN ? Turn.DESTINATION : Turn.ORIGIN;
            case CLOSED, REVOKED -> Turn.NOBODY;
        };
    }
}
