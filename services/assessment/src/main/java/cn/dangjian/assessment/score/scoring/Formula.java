package cn.dangjian.assessment.score.scoring;

/**
 * How points are computed, once: for all units by set, for one unit on any day, and for what would be. In hundredths;
 * multiplied first, divided last, half a hundredth and more up.
 */
final class Formula {

    /** Parts of units with their places: {@code :stays} as JSON. */
    private static final String STAYS = """
        (select j.unit_id, j.part_on, j.from_on, j.upto, convert(j.path using ascii) collate ascii_bin path, j.scheme_id, j.last_stay,
                convert(j.measure using ascii) collate ascii_bin measure
           from json_table(:stays, '$[*]' columns (
                unit_id bigint path '$.unit', part_on date path '$.part', from_on date path '$.from', upto date path '$.upto',
                path varchar(64) path '$.path', scheme_id bigint path '$.scheme', last_stay int path '$.last',
                measure varchar(48) path '$.measure')) j)\
        """;

    /** Its indicators, or those of one measure. */
    private static final String ASKED = """
        straight_join indicator i on i.scheme_id = k.scheme_id and (k.measure = '' or i.measure = k.measure)\
        """;

    /** Of what happened what lies in the stay, of a state what holds on its last day. */
    private static final String COUNTS = """
        f.day < k.upto and f.to_on >= k.upto\
        """;

    /**
     * The facts that count, one row each: of the unit itself, of units below it that have always stood where they are, and
     * of units below it that were moved, while they stood there.
     */
    static final String FACTS = """
        select k.unit_id, k.part_on, i.id indicator_id, f.measure, f.thing, f.day, f.unit_id fact_unit, f.numerator,
               f.denominator, case when i.method = 'AUTOMATIC' then f.numerator < f.denominator else f.numerator > 0 end costs
          from %1$s k %3$s and i.below = 0
          straight_join fact f force index (fact_unit) on f.unit_id = k.unit_id and f.measure = i.measure and %2$s
           and case when f.kept then k.last_stay = 1 else f.day >= k.from_on end
        union all
        select k.unit_id, k.part_on, i.id, f.measure, f.thing, f.day, f.unit_id, f.numerator, f.denominator,
               case when i.method = 'AUTOMATIC' then f.numerator < f.denominator else f.numerator > 0 end
          from %1$s k %3$s and i.below = 1
          straight_join unit o force index (unit_path) on o.path between k.path and concat(k.path, '~')
          left join unit_stay w on w.unit_id = o.id
          straight_join fact f force index (fact_unit) on f.unit_id = o.id and f.measure = i.measure and %2$s
           and case when f.kept then k.last_stay = 1 and (o.valid_to is null or o.valid_to >= k.upto)
                    else f.day >= k.from_on end
         where w.unit_id is null
        union all
        select k.unit_id, k.part_on, i.id, f.measure, f.thing, f.day, f.unit_id, f.numerator, f.denominator,
               case when i.method = 'AUTOMATIC' then f.numerator < f.denominator else f.numerator > 0 end
          from %1$s k %3$s and i.below = 1
          straight_join unit_stay w force index (unit_stay_path) on w.path between k.path and concat(k.path, '~')
          straight_join unit o on o.id = w.unit_id
          straight_join fact f force index (fact_unit) on f.unit_id = w.unit_id and f.measure = i.measure and %2$s
           and case when f.kept then k.last_stay = 1 and w.from_on < k.upto and w.to_on >= k.upto
                                 and (o.valid_to is null or o.valid_to >= k.upto)
                    else f.day >= k.from_on and f.day >= w.from_on and f.day < w.to_on end\
        """.formatted(STAYS, COUNTS, ASKED);

    /** Null where the indicator does not apply. */
    private static final String POINTS = """
        cast(case
            when x.method = 'DEDUCTION' then x.weight - least(x.cap, greatest(x.n, 0) * x.each_fact)
            when x.method = 'ADDITION' then least(x.cap, greatest(x.n, 0) * x.each_fact)
            when x.d <= 0 then case when x.method = 'AUTOMATIC' and x.when_empty = 'FULL' then x.weight end
            else (2 * x.weight * greatest(0, least(x.reached, x.span)) + x.span) div (2 * x.span) end as signed)\
        """;

    /**
     * Each indicator of each part; {@code :changes} as JSON is added to what is measured: empty for what is. Each of them is
     * there once with nothing, so that what has no facts has a line.
     */
    static final String LINES = """
        select x.unit_id, x.part_on, x.indicator_id, x.scheme_id, x.place, cast(x.n as signed) numerator,
               cast(x.d as signed) denominator, %4$s points
          from (select p.unit_id, p.part_on, i.scheme_id, p.indicator_id, i.place, i.method, i.weight, i.cap, i.each_fact,
                       i.when_empty, p.n, p.d,
                       case when i.full_mark > i.zero_mark then p.n * 10000 - p.d * i.zero_mark
                            else p.d * i.zero_mark - p.n * 10000 end reached,
                       p.d * case when i.full_mark > i.zero_mark then i.full_mark - i.zero_mark
                                  else i.zero_mark - i.full_mark end span
                  from (select g.unit_id, g.part_on, g.indicator_id, sum(g.numerator) n, sum(g.denominator) d
                          from (%2$s
                                union all
                                select k.unit_id, k.part_on, i.id, '', '', null, k.unit_id, coalesce(c.n, 0), coalesce(c.d, 0), 0
                                  from %1$s k %3$s
                                  left join json_table(:changes, '$[*]' columns (
                                            indicator_id bigint path '$.indicator', n bigint path '$.numerator',
                                            d bigint path '$.denominator')) c on c.indicator_id = i.id
                                 where k.last_stay = 1) g
                         group by g.unit_id, g.part_on, g.indicator_id) p
                  straight_join indicator i on i.id = p.indicator_id) x\
        """.formatted(STAYS, FACTS, ASKED, POINTS);

    /** Sums of lines {@code s} with their indicators {@code i}; {@code %1$s}: over which of them, if they are not grouped. */
    private static final String SUMS = """
        cast(sum(case when i.method <> 'ADDITION' then coalesce(s.points, 0) else 0 end)%1$s as signed) points,
        cast(sum(case when i.method <> 'ADDITION' and s.points is not null then i.weight else 0 end)%1$s as signed) applicable,
        cast(sum(case when i.method = 'ADDITION' then s.points else 0 end)%1$s as signed) additions\
        """;

    static final String GROUPED_SUMS = SUMS.formatted("");

    /** What applies is scaled to a hundred; additions stand beside it. */
    static final String TOTAL = """
        cast(case when y.applicable > 0
             then (2 * y.points * 10000 + y.applicable) div (2 * y.applicable) + y.additions end as signed)\
        """;

    /** The last days of the parts. */
    static final String AS_OF = """
        (select s.unit_id, s.part_on, max(s.scheme_id) scheme_id, date_sub(max(s.upto), interval 1 day) as_of
           from %s s group by s.unit_id, s.part_on)\
        """.formatted(STAYS);

    /** The same, each line beside the sums of its part. */
    static final String LINES_WITH_SUMS =
            """
            select y.unit_id, y.part_on, y.scheme_id, y.indicator_id, y.numerator, y.denominator, y.line, k.as_of, y.points,
                   y.applicable, y.additions, %1$s total, 0 frozen
              from (select s.unit_id, s.part_on, s.scheme_id, s.indicator_id, s.place, s.numerator, s.denominator, s.points line, %2$s
                      from (%3$s) s straight_join indicator i on i.id = s.indicator_id) y
              join %4$s k on k.unit_id = y.unit_id and k.part_on = y.part_on
             order by y.unit_id, y.part_on, y.place\
            """.formatted(TOTAL, SUMS.formatted(" over (partition by s.unit_id, s.part_on)"), LINES, AS_OF);

    private Formula() {}
}
