package cn.dangjian.member.person.naming;

import cn.dangjian.platform.rules.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 多音姓: where surnames stand that are read otherwise than their characters are every day ({@code naming/surnames.csv}). */
final class Surnames {

    private static final int LONGEST = 2;

    private final CharacterOrder pinyin;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    Surnames(CharacterOrder pinyin) {
        this.pinyin = pinyin;
        for (var row : RuleFile.readAll("/naming/surnames.csv")) {
            var characters = row.getField("surname").codePoints().toArray();
            var readings = row.getField("reading").split(" ", -1);
            if (characters.length != readings.length || characters.length > LONGEST)
                throw new IllegalStateException("Surname " + row.getField("surname") + " and its reading do not fit");
            var read = new ArrayList<Integer>();
            for (int at = 0; at < readings.length; at++) read.add(place(characters[at], readings[at]));
            places.put(row.getField("surname"), read);
        }
    }

    /** The places of the surname's characters with which a name begins; empty if they are read as every day. */
    List<Integer> places(String name) {
        for (int length = LONGEST; length > 0; length--) {
            if (name.codePointCount(0, name.length()) < length) continue;
            var found = places.get(name.substring(0, name.offsetByCodePoints(0, length)));
            if (found != null) return found;
        }
        return List.of();
    }

    /** One place for a character and reading, so that a surname of its own and in a compound meet. */
    private int place(int character, String reading) {
        int place = pinyin.place(character);
        if (place != 0 && pinyin.label(place).equals(reading)) return place;
        int own = taken.computeIfAbsent(
                Character.toString(character) + reading,
                key -> pinyin.behind(reading)
                        + (int) taken.keySet().stream()
                                .filter(other -> other.endsWith(reading) && other.length() == key.length())
                                .count());
        if (own >= pinyin.behind(reading) + CharacterOrder.LEFT_FREE)
            throw new IllegalStateException("Too many surnames are read " + reading);
        return own;
    }
}
