package cn.dangjian.assessment.score.scoring;

/**
 * How points are computed, once: for all units by set, for one unit on any day, and for what would be. In hundredths;
 * multiplied first, divided last, half a hundredth and more up.
 */
final class Formula {

    /** Parts of units with their places: {@code :stays} as JSON. */
    private static final String STAYS = """
        (select j.unit_id, j.part_on, j.from_on, j.upto, convert(j.path using ascii) collate ascii_bin path, j.scheme_id, j.last_stay
           from json_table(:stays, '$[*]' columns (
                unit_id bigint path '$.unit', part_on date path '$.part', from_on date path '$.from', upto date path '$.upto',
                path varchar(64) path '$.path', scheme_id bigint path '$.scheme', last_stay int path '$.last')) j)\
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
          from %1$s k join indicator i on i.scheme_id = k.scheme_id and i.below = 0
          join fact f force index (fact_unit) on f.unit_id = k.unit_id and f.measure = i.measure and %2$s
           and case when f.kept then k.last_stay = 1 else f.day >= k.from_on end
        union all
        select k.unit_id, k.part_on, i.id, f.measure, f.thing, f.day, f.unit_id, f.numerator, f.denominator,
               case when i.method = 'AUTOMATIC' then f.numerator < f.denominator else f.numerator > 0 end
          from %1$s k join indicator i on i.scheme_id = k.scheme_id and i.below = 1
          join unit o force index (unit_path) on o.path between k.path and concat(k.path, '~')
          left join unit_stay w on w.unit_id = o.id
          join fact f force index (fact_unit) on f.unit_id = o.id and f.measure = i.measure and %2$s
           and case when f.kept then k.last_stay = 1 and (o.valid_to is null or o.valid_to >= k.upto)
                    else f.day >= k.from_on end
         where w.unit_id is null
        union all
        select k.unit_id, k.part_on, i.id, f.measure, f.thing, f.day, f.unit_id, f.numerator, f.denominator,
               case when i.method = 'AUTOMATIC' then f.numerator < f.denominator else f.numerator > 0 end
          from %1$s k join indicator i on i.scheme_id = k.scheme_id and i.below = 1
          join unit_stay w force index (unit_stay_path) on w.path between k.path and concat(k.path, '~')
          join unit o on o.id = w.unit_id
          join fact f force index (fact_unit) on f.unit_id = w.unit_id and f.measure = i.measure and %2$s
           and case when f.kept then k.last_stay = 1 and w.from_on < k.upto and w.to_on >= k.upto
                                 and (o.valid_to is null or o.valid_to >= k.upto)
                    else f.day >= k.from_on and f.day >= w.from_on and f.day < w.to_on end\
        """.formatted(STAYS, COUNTS);

    /** Null where the indicator does not apply. */
    private static final String POINTS = """
        cast(case
            when x.method = 'DEDUCTION' then x.weight - least(x.cap, greatest(x.n, 0) * x.each_fact)
            when x.method = 'ADDITION' then least(x.cap, greatest(x.n, 0) * x.each_fact)
            when x.d <= 0 then case when x.method = 'AUTOMATIC' and x.when_empty = 'FULL' then x.weight end
            else (2 * x.weight * greatest(0, least(x.reached, x.span)) + x.span) div (2 * x.span) end as signed)\
        """;

    /** Each indicator of each part; {@code :changes} as JSON is added to what is measured: empty for what is. */
    static final String LINES = """
        select x.unit_id, x.part_on, x.indicator_id, x.scheme_id, cast(x.n as signed) numerator,
               cast(x.d as signed) denominator, %3$s points
          from (select p.unit_id, p.part_on, p.scheme_id, i.id indicator_id, i.place, i.method, i.weight, i.cap, i.each_fact,
                       i.when_empty, p.n, p.d,
                       case when i.full_mark > i.zero_mark then p.n * 10000 - p.d * i.zero_mark
                            else p.d * i.zero_mark - p.n * 10000 end reached,
                       p.d * case when i.full_mark > i.zero_mark then i.full_mark - i.zero_mark
                                  else i.zero_mark - i.full_mark end span
                  from (select k.unit_id, k.part_on, k.scheme_id, a.id indicator_id,
                               coalesce(t.n, 0) + coalesce(c.n, 0) n, coalesce(t.d, 0) + coalesce(c.d, 0) d
                          from (select distinct unit_id, part_on, scheme_id from %1$s s) k
                          join indicator a on a.scheme_id = k.scheme_id
                          left join (select unit_id, part_on, indicator_id, sum(numerator) n, sum(denominator) d
                                       from (%2$s) g group by unit_id, part_on, indicator_id) t
                            on t.unit_id = k.unit_id and t.part_on = k.part_on and t.indicator_id = a.id
                          left join json_table(:changes, '$[*]' columns (
                                    indicator_id bigint path '$.indicator', n bigint path '$.numerator',
                                    d bigint path '$.denominator')) c on c.indicator_id = a.id) p
                  join indicator i on i.id = p.indicator_id) x\
        """.formatted(STAYS, FACTS, POINTS);

    /** Sums of lines {@code s} with their indicators {@code i}. */
    static final String SUMS = """
        cast(sum(case when i.method <> 'ADDITION' then coalesce(s.points, 0) else 0 end) as signed) points,
        cast(sum(case when i.method <> 'ADDITION' and s.points is not null then i.weight else 0 end) as signed) applicable,
        cast(sum(case when i.method = 'ADDITION' then s.points else 0 end) as signed) additions\
        """;

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

    private Formula() {}
}
