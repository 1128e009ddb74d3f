package cn.dangjian.member.person.number;

import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 公民身份号码, or a number of the same make (GB 11643-1999, R-33): text, never a figure, and never asked for its division,
 * which may have been dissolved before its bearer was registered here.
 */
public final class IdentityNumber {

    /** The province and a part of the prefecture; by the end people tell two numbers apart. */
    private static final int SHOWN_FIRST = 3;

    private static final int SHOWN_LAST = 2;

    private final String text;
    private final String full;

    private IdentityNumber(String text) {
        this.text = text;
        this.full = Digits.full(text);
    }

    /**
     * What a clerk typed, without the blanks around it.
     *
     * @throws ProblemException with a {@link NumberReason} if it is none
     */
    public static IdentityNumber of(String typed, LocalDate today) {
        String text = Digits.tidy(typed);
        wrong(text, today).ifPresent(reason -> {
            throw reason.get();
        });
        return new IdentityNumber(text);
    }

    /** Why {@link #of} would refuse what was typed: for files, where a wrong row is nothing exceptional. */
    public static Optional<NumberReason> reasonAgainst(String typed, LocalDate today) {
        return wrong(Digits.tidy(typed), today);
    }

    /** A number that was accepted before. */
    public static IdentityNumber stored(String text) {
        if (Digits.misspelt(text).isPresent() || Digits.birth(Digits.full(text)).isEmpty())
            throw new IllegalArgumentException("The stored text is no identity number");
        return new IdentityNumber(text);
    }

    /** The day before the check: of a day that is yet to come people see at once which digit is wrong. */
    private static Optional<NumberReason> wrong(String text, LocalDate today) {
        var misspelt = Digits.misspelt(text);
        if (misspelt.isPresent()) return misspelt;
        String full = Digits.full(text);
        var birth = Digits.birth(full);
        if (birth.isEmpty()) return Optional.of(NumberReason.NO_SUCH_DAY);
        if (birth.get().isAfter(today)) return Optional.of(NumberReason.BIRTH_TO_COME);
        return Digits.isChecked(full) ? Optional.empty() : Optional.of(NumberReason.WRONG_CHECK);
    }

    /** The whole number: to be sealed, or for those who stated their purpose. */
    public String text() {
        return text;
    }

    /** Of 18 characters for both lengths: the blind index is made of it, so that a person's two numbers meet. */
    public String matchKey() {
        return full;
    }

    public NumberKind kind() {
        if (text.length() == Digits.LEGACY_LENGTH) return NumberKind.LEGACY;
        if (text.startsWith("81") || text.startsWith("82") || text.startsWith("83")) return NumberKind.RESIDENT_PERMIT;
        return text.startsWith("9") ? NumberKind.FOREIGN : NumberKind.CITIZEN;
    }

    public boolean isForeign() {
        return kind() == NumberKind.FOREIGN;
    }

    public LocalDate birth() {
        return Digits.birth(full).orElseThrow();
    }

    public Sex sex() {
        return Digits.sex(full);
    }

    /**
     * Of birth day and order number only the last digit, which tells the sex. Beside the birth day, which lists show, some
     * nine thousand numbers are left, and with a county that one knows nine: no door may say which of them is right.
     */
    public String masked() {
        int hidden = text.length() - SHOWN_FIRST - SHOWN_LAST;
        return text.substring(0, SHOWN_FIRST) + "*".repeat(hidden) + text.substring(text.length() - SHOWN_LAST);
    }

    /** Two numbers of different length are two texts; whether they are one person's says {@link #matchKey}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdentityNumber number && text.equals(number.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Masked, for whoever writes it to a log. */
    @Override
    public String toString() {
        return masked();
    }
}
