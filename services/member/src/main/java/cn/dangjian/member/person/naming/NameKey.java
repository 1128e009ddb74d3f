package cn.dangjian.member.person.naming;

import java.text.Normalizer;
import java.util.List;

/**
 * Keys of names, to be stored: ASCII texts of up to {@value #LENGTH} characters whose order is that of the names. They come
 * from files that a test holds against ICU: the collator of the JDK knows no pinyin, and ICU itself would load its data for
 * every script. Whoever changes the files makes all stored keys anew.
 */
public final class NameKey {

    public static final int LENGTH = 128;

    /** So many letters of initials are stored: nobody types as many. */
    private static final int MOST_INITIALS = 40;

    private static final int DIGITS = 4;

    private static final int DOT = 0x0001;
    private static final int BLANK = 0x0002;
    private static final int DIGIT = 0x0010;
    /** Characters without a known reading: behind all that have one, by code point, and before other scripts. */
    private static final int RARE = CharacterOrder.END;

    private static final int LATIN = 0xE000;
    private static final int LATIN_END = 0x0250;
    private static final int OTHER = 0xF000;

    private static final CharacterOrder PINYIN = new CharacterOrder("pinyin.txt");
    private static final CharacterOrder STROKES = new CharacterOrder("strokes.txt");
    private static final Surnames SURNAMES = new Surnames(PINYIN);

    private NameKey() {}

    /** 拼音序: by pinyin, surnames as they are read as surnames. */
    public static String of(String name) {
        String spelt = Spelling.level(name);
        return key(spelt, PINYIN, surname(spelt));
    }

    /** 笔画序: by the strokes of the surname, then of the other characters. */
    public static String strokes(String name) {
        return key(Spelling.level(name), STROKES, List.of());
    }

    /** What two writings of one name have in common. */
    public static String normalised(String name) {
        return Spelling.level(name);
    }

    /**
     * 拼音首字母: the first letter of each character, digits and Latin letters as they are, in small letters; of a long name
     * the first ones.
     */
    public static String initials(String name) {
        String spelt = Spelling.level(name);
        var surname = surname(spelt);
        var initials = new StringBuilder();
        int[] characters = spelt.codePoints().toArray();
        for (int at = 0; at < characters.length && initials.length() < MOST_INITIALS; at++) {
            int place = at < surname.size() ? surname.get(at) : PINYIN.place(characters[at]);
            if (place != 0) initials.append(letter(PINYIN.label(place)));
            else if (characters[at] < 128 && Character.isLetterOrDigit(characters[at]))
                initials.append(Character.toLowerCase((char) characters[at]));
        }
        return initials.toString();
    }

    /** Names with a dot are those of minorities that have no surname; their first character is read as every day. */
    private static List<Integer> surname(String spelt) {
        return spelt.indexOf(Spelling.DOT) < 0 ? SURNAMES.places(spelt) : List.of();
    }

    private static String key(String spelt, CharacterOrder order, List<Integer> surname) {
        var key = new StringBuilder(LENGTH);
        int[] characters = spelt.codePoints().toArray();
        for (int at = 0; at < characters.length && key.length() < LENGTH; at++) {
            if (at < surname.size()) append(key, surname.get(at));
            else append(key, characters[at], order);
        }
        return key.substring(0, Math.min(key.length(), LENGTH));
    }

    private static void append(StringBuilder key, int character, CharacterOrder order) {
        int place = order.place(character);
        if (place != 0) append(key, place);
        else if (character == Spelling.DOT) append(key, DOT);
        else if (character == ' ') append(key, BLANK);
        else if (character >= '0' && character <= '9') append(key, DIGIT + character - '0');
        else if (character < LATIN_END) append(key, LATIN + character);
        else {
            append(key, (Character.isIdeographic(character) ? RARE : OTHER) + (character >> 16));
            append(key, character & 0xFFFF);
        }
    }

    private static void append(StringBuilder key, int unit) {
        String hex = Integer.toHexString(unit);
        key.append("0".repeat(DIGITS - hex.length())).append(hex);
    }

    /** ā, ḿ and ê as a, m and e. */
    private static char letter(String reading) {
        String plain = Normalizer.normalize(reading, Normalizer.Form.NFD);
        return plain.charAt(0);
    }
}
