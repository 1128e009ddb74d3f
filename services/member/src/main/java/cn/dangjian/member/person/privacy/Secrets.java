package cn.dangjian.member.person.privacy;

import org.jspecify.annotations.Nullable;

/**
 * What of a person is sealed.
 *
 * @param number as it was written down
 */
public record Secrets(
        String number, @Nullable String phone, @Nullable String address) {

    /** Never in a log. */
    @Override
    public String toString() {
        return "Secrets[]";
    }

    /** Enough of a phone number for its holder to know it again. */
    public @Nullable String maskedPhone() {
        return phone == null ? null : tail(phone, 2);
    }

    /** That there is one. */
    public @Nullable String maskedAddress() {
        return address == null ? null : "***";
    }

    private static String tail(String text, int shown) {
        return "***" + text.substring(Math.max(0, text.length() - shown));
    }
}
