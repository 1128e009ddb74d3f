package cn.dangjian.member.person.quality;

import java.util.Map;

/**
 * How whole the files are that a unit keeps open.
 *
 * @param whole how many of them lack nothing
 * @param asked how many facts are asked of all of them together
 * @param missing by fact, how many files lack it
 */
public record UnitQuality(long unit, int people, int whole, int asked, Map<Fact, Integer> missing) {

    public static UnitQuality none(long unit) {
        return new UnitQuality(unit, 0, 0, 0, Map.of());
    }

    /** How many of the facts that are asked are there. */
    public int there() {
        return asked - missing.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rounded down, so that 100 is whole. */
    public int percent() {
        return asked == 0 ? 100 : (int) (there() * 100L / asked);
    }
}
