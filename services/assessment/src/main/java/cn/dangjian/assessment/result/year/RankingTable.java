package cn.dangjian.assessment.result.year;

import cn.dangjian.assessment.result.year.MakeRanking.RankingRequest;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code ranking}, and the places of units: computed of what is frozen, so that they never change. */
@Repository
@Unscoped("whoever asks was found to be of the audience")
class RankingTable {

    private final Rows rows;

    RankingTable(Rows rows) {
        this.rows = rows;
    }

    record Ranking(
            long id, long schemeId, int madeIn, @Nullable String basis, String document) {}

    /** @param place equal ones share it */
    record Place(long unit, String name, int total, int place) {}

    Optional<Ranking> find(long scheme) {
        return rows.unscoped("select id, scheme_id, made_in, basis, document from ranking where scheme_id = :scheme")
                .with("scheme", scheme)
                .find(Ranking.class);
    }

    /** What somebody has made in a year of the same kind of units. */
    List<Ranking> listMade(Scheme scheme, int year) {
        return rows.unscoped("""
            select id, scheme_id, made_in, basis, document from ranking
             where unit_id = :unit and object = :object and made_in = :year\
            """)
                .with("unit", scheme.unitId())
                .with("object", scheme.object())
                .with("year", year)
                .list(Ranking.class);
    }

    void insert(Scheme scheme, RankingRequest request, Desk desk) {
        rows.sql("""
            insert into ranking (unit_id, scheme_id, object, made_in, basis, document, subject, at)
            values (:unit, :scheme, :object, :year, :basis, :document, :subject, :at)\
            """)
                .with("unit", scheme.unitId())
                .with("scheme", scheme.id())
                .with("object", scheme.object())
                .with("year", desk.today().getYear())
                .with(request)
                .by(desk)
                .update();
    }

    /**
     * Who was scored until the year's last day, by versions of one scheme, with what appeals had corrected when the ranking
     * was made.
     */
    List<Place> listPlaces(long scheme, Collection<Long> versions, int year) {
        return rows.unscoped("""
            select p.unit, p.name, p.total, rank() over (order by p.total desc) place
              from (select u.id unit, u.name, u.path,
                           coalesce((select c.total from correction c
                                      where c.unit_id = t.unit_id and c.year = t.year and c.part_on = t.part_on
                                        and c.frozen = 1 and c.at <= r.at order by c.at desc, c.appeal_id desc limit 1),
                                    t.total) total
                      from ranking r join score_total t on t.scheme_id in (:versions) join unit u on u.id = t.unit_id
                     where r.scheme_id = :scheme and t.as_of = :last and t.frozen_at is not null
                       and t.total is not null) p
             order by place, p.path\
            """)
                .with("scheme", scheme)
                .with("versions", versions)
                .with("last", LocalDate.of(year, 12, 31))
                .list(Place.class);
    }
}
