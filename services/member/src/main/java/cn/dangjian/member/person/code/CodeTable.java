package cn.dangjian.member.person.code;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of codes.
 *
 * @param table its name in paths, and of its file
 * @param since from when on its standard counts
 * @param source what its rows were compared with
 * @param checked the day of that
 */
record CodeTable(
        String table,
        String title,
        String english,
        String standard,
        LocalDate since,
        String source,
        LocalDate checked,
        List<Code> codes) {

    CodeTable {
        codes = List.copyOf(codes);
    }

    /** Each by its code, and by every name that people write for it. */
    Map<String, Code> byText() {
        var texts = new LinkedHashMap<String, Code>();
        for (var code : codes) {
            put(texts, code.code(), code);
            put(texts, code.name(), code);
            for (String name : code.also()) put(texts, name, code);
        }
        return texts;
    }

    private void put(Map<String, Code> texts, String text, Code code) {
        var other = texts.put(text, code);
        if (other != null && !other.equals(code))
            throw new IllegalStateException("%s means two codes of %s".formatted(text, table));
    }
}
