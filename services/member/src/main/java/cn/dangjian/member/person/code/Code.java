package cn.dangjian.member.person.code;

import java.util.List;

/**
 * One code of a table.
 *
 * @param also other names by which people write it in files
 * @param verified whether it was found in the table's source; if not, it is from general knowledge
 */
public record Code(String code, String name, String english, List<String> also, boolean verified) {

    public Code {
        also = List.copyOf(also);
    }
}
