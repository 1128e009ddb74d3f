package cn.dangjian.dues.remit.handover;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of a part of something sent that did not arrive.
 *
 * @param document the receipt of what came later, or the note of why it is lost
 * @param decidedDocument with which the receiver has decided that it is given up, or not
 */
record Difference(
        long id,
        long handover,
        Kind kind,
        State state,
        Yuan amount,
        LocalDate day,
        String document,
        String note,
        String subject,
        OffsetDateTime at,
        @Nullable String decidedSubject,
        @Nullable String decidedDocument,
        long version)
        implements Versioned {

    enum Kind {
        /** 后到. */
        FOUND,
        /** 遗失. */
        LOST
    }

    enum State {
        /** The receiver has not decided. */
        ASKED,
        BOOKED,
        REFUSED
    }
}
