package cn.dangjian.member.person.register;

import cn.dangjian.member.person.number.IdentityNumber;
import cn.dangjian.member.person.privacy.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a person, checked.
 *
 * @param nameKey by which names sort
 * @param initials by which a name is found on a phone
 */
public record FileText(
        String name,
        String nameKey,
        String initials,
        IdentityNumber number,
        @Nullable String ethnicity,
        @Nullable String education,
        @Nullable String occupation,
        Secrets secrets) {
    /** Never in a log. */
    @Override
    public String toString() {
        return "FileText[]";
    }
}
