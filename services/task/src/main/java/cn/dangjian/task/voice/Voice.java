package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a unit answered to an assignment.
 *
 * @param other an assignment of its own: with which it is done, or of which it is a duplicate
 * @param day by which it would be possible
 * @param replyBy until when the issuer replies
 * @param reply what the issuer said to it
 * @param until the assignment's date from then on
 */
record Voice(
        VoiceId id,
        long assignment,
        long dispatch,
        UnitId unit,
        UnitId issuer,
        Kind kind,
        String text,
        @Nullable String proof,
        @Nullable Long other,
        @Nullable LocalDate day,
        State state,
        OffsetDateTime saidAt,
        OffsetDateTime replyBy,
        @Nullable String reply,
        @Nullable OffsetDateTime until,
        long version) {

    /** What is answered. */
    enum Kind {
        /** 已完成. */
        ALREADY_DONE,
        /** 不适用. */
        NOT_APPLICABLE,
        /** 期限内无法完成. */
        IMPOSSIBLE_BY_THEN,
        /** 与另一任务重复. */
        DUPLICATE_OF
    }

    /** Where it stands. */
    enum State {
        /** 待答复. */
        OPEN,
        /** 已同意. */
        ACCEPTED,
        /** 不同意. */
        REFUSED
    }

    Voice replied(State how, @Nullable String words, @Nullable OffsetDateTime date) {
        return new Voice(
                id,
                assignment,
                dispatch,
                unit,
                issuer,
                kind,
                text,
                proof,
                other,
                day,
                how,
                saidAt,
                replyBy,
                words,
                date,
                version + 1);
    }

    Voice late() {
        return new Voice(
                id,
                assignment,
                dispatch,
                unit,
                issuer,
                kind,
                text,
                proof,
                other,
                day,
                state,
                saidAt,
                replyBy,
                reply,
                until,
                version + 1);
    }
}
