package cn.dangjian.member.moving.transfer;

import static cn.dangjian.member.moving.transfer.TransferRefusal.LETTER_DAYS;
import static cn.dangjian.member.moving.transfer.TransferRefusal.LETTER_EXPIRED;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 期限: how long a letter holds, and by when a receipt is due. */
@Component
class LetterTerms {

    private final Rulebook rulebook;

    LetterTerms(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The last day of a letter that holds so many days after the day of issue (R-23b). */
    static LocalDate lastDay(LocalDate issued, int days) {
        return issued.plusDays(days);
    }

    /** The last day on which a receipt comes in time, so many months after the day of acceptance (MEM-11). */
    static LocalDate receiptDue(LocalDate accepted, int months) {
        return accepted.plusMonths(months);
    }

    /** On its last day a letter still holds. */
    static void requireValid(@Nullable LocalDate validUntil, LocalDate today) {
        var last = Objects.requireNonNull(validUntil);
        if (last.isBefore(today)) throw LETTER_EXPIRED.with(last.toString());
    }

    /**
     * Until when a letter holds that a committee above the unit issues.
     *
     * @param wanted null: as long as it can
     */
    LocalDate letter(LocalDate issued, @Nullable LocalDate wanted, Unit origin, LocalDate today) {
        var last = lastDay(issued, rulebook.on(today).number("transfer.letter.days", origin.path()));
        var until = wanted == null ? last : wanted;
        if (until.isBefore(issued) || until.isAfter(last)) throw LETTER_DAYS.with(issued.toString(), last.toString());
        requireValid(until, today);
        return until;
    }

    LocalDate receipt(LocalDate accepted, Unit destination) {
        return receiptDue(accepted, rulebook.on(accepted).number("transfer.receipt.months", destination.path()));
    }
}
