package cn.dangjian.platform.directory;

/**
 * Who stands at a tier where the division codes have headings (汇总码, GB/T 2260-2007): what a heading of cities holds
 * together stands directly below the province (省直辖县), and a city that a heading of counties repeats leads its townships
 * itself (不设区的市).
 */
public final class Headings {

    private Headings() {}

    /**
     * A condition on table {@code unit}: organisations that stand at a tier. Whoever stands at two is at both.
     *
     * @param unit how the statement calls the table
     */
    public static String standsAt(Tier tier, String unit) {
        return switch (tier) {
            case CITY -> """
                (%1$s.kind <> 'DIVISION_GROUP'
                 and (%1$s.tier = 'CITY'
                      or %1$s.tier = 'COUNTY' and exists (select 1 from unit h where h.id = %1$s.parent_id
                                                          and h.tier = 'CITY' and h.kind = 'DIVISION_GROUP')))\
                """.formatted(unit);
            case COUNTY -> """
                (%1$s.kind <> 'DIVISION_GROUP'
                 and (%1$s.tier = 'COUNTY'
                      or %1$s.tier = 'CITY' and exists (select 1 from unit h where h.parent_id = %1$s.id
                                                        and h.tier = 'COUNTY' and h.kind = 'DIVISION_GROUP'
                                                        and h.valid_to is null)))\
                """.formatted(unit);
            default -> "%s.tier = '%s'".formatted(unit, tier.name());
        };
    }
}
