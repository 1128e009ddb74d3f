package cn.dangjian.organization.search;

import com.ibm.icu.text.Transliterator;
import java.lang.ref.SoftReference;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** 拼音首字母: the first letters of a name's syllables; digits and Latin letters stay as they are. */
@Component
class Initials {

    private static final String TO_LATIN = "Han-Latin/Names; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII";

    private volatile SoftReference<Transliterator> known = new SoftReference<>(null);

    Initials() {}

    String of(String name) {
        var initials = new StringBuilder();
        var toLatin = transliterator();
        name.codePoints().forEach(character -> {
            if (character < 128) {
                if (Character.isLetterOrDigit(character)) initials.append((char) Character.toLowerCase(character));
            } else {
                String latin = toLatin.transliterate(Character.toString(character))
                        .strip()
                        .toLowerCase(Locale.ROOT);
                if (!latin.isEmpty() && latin.charAt(0) < 128 && Character.isLetterOrDigit(latin.charAt(0)))
                    initials.append(latin.charAt(0));
            }
        });
        return initials.toString();
    }

    /** Made when it is needed, and given back when memory is: names change rarely. */
    private Transliterator transliterator() {
        var found = known.get();
        if (found != null) return found;
        var made = Transliterator.getInstance(TO_LATIN);
        known = new SoftReference<>(made);
        return made;
    }
}
