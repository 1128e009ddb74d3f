package cn.dangjian.dues.bill.month;

import cn.dangjian.dues.rate.scale.Scale;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a province has set for a month, as statements need it.
 *
 * @param month its first day
 * @param next the first day of the month after
 * @param flats how many fen a month somebody of a flat scale pays, by the scale's name
 * @param ruralIsFarmer whether a member of class 农居民 without a base pays as a farmer
 * @param deathIsBilled whether the month in which a member dies is billed
 */
record Terms(LocalDate month, LocalDate next, Map<String, Long> flats, boolean ruralIsFarmer, boolean deathIsBilled) {

    /** @param path of a province, or of a unit below it: only provinces set these rules */
    static Terms of(LocalDate month, String path, Rulebook rulebook) {
        var rules = rulebook.on(month);
        var flats = new TreeMap<String, Long>();
        for (var scale : Scale.values()) {
            if (!scale.isFlat()) continue;
            rules.find(scale.flatRule(), path).ifPresent(fen -> flats.put(scale.name(), fen.longValueExact()));
        }
        return new Terms(
                month,
                month.plusMonths(1),
                flats,
                rules.number("dues.rural-without-base.farmer", path) == 1,
                rules.number("dues.month-of-death", path) == 1);
    }

    /** The fen of a flat scale, as a part of a statement; the names are ours, the amounts are whole numbers. */
    String flat(String scale) {
        var text = new StringBuilder("case ").append(scale);
        flats.forEach((name, fen) ->
                text.append(" when '").append(name).append("' then ").append(fen.longValue()));
        return text.append(" end").toString();
    }
}
