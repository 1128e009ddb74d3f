package cn.dangjian.assessment.review.given;

import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code given} and {@code mark}. */
@Repository
@Unscoped("of a unit or a scheme that was found in the caller's scope")
public class GivenTable {

    private static final String GIVEN =
            "select id, unit_id, owner_id, year, code, waived, document, version from given";
    private static final String MARK =
            "select id, given_id, source, day, sheets, points, words, reason, withdrawn from mark";

    private final Rows rows;

    GivenTable(Rows rows) {
        this.rows = rows;
    }

    /** Points that nobody has given yet. */
    public record OpenPoints(long unit, String unitName, String path, String code, String name) {}

    /** A unit that was scored in a year by a scheme of this owner, wherever it stands now. */
    Optional<Unit> findScored(UnitId unit, int year, UnitId owner) {
        return rows.unscoped("""
            select u.* from unit u
             where u.id = :unit and exists (select 1 from score_total t join scheme c on c.id = t.scheme_id
                                             where t.unit_id = u.id and t.year = :year and c.unit_id = :owner)\
            """)
                .with("unit", unit)
                .with("year", year)
                .with("owner", owner)
                .find(Unit.class);
    }

    /** Whether the year of a scheme is closed; nobody closes one of its owner until the transaction ends. */
    boolean isClosed(Scheme scheme) {
        rows.unscoped("select id from unit where id = :owner lock in share mode")
                .with("owner", scheme.unitId())
                .lock();
        return rows.unscoped("""
            select 1 from year_close
             where unit_id = :owner and year = :year and object = :object and domain = :domain\
            """)
                .with("owner", scheme.unitId())
                .with("year", scheme.year())
                .with("object", scheme.object())
                .with(
                        "domain",
                        scheme.domain() == null ? "ALL" : scheme.domain().name())
                .exists();
    }

    /** The row of a unit's indicator, made if there is none, held until the transaction ends. */
    Given hold(long unit, Scheme scheme, String code) {
        rows.sql("""
            insert into given (unit_id, owner_id, year, code, version) values (:unit, :owner, :year, :code, 1)
            on duplicate key update version = version + 1\
            """)
                .with("unit", unit)
                .with("owner", scheme.unitId())
                .with("year", scheme.year())
                .with("code", code)
                .update();
        return rows.unscoped(GIVEN
                        + " where unit_id = :unit and year = :year and owner_id = :owner and code = :code for update")
                .with("unit", unit)
                .with("owner", scheme.unitId())
                .with("year", scheme.year())
                .with("code", code)
                .get(Given.class);
    }

    Optional<Given> find(long id) {
        return rows.unscoped(GIVEN + " where id = :id").with("id", id).find(Given.class);
    }

    List<Given> list(long unit, int year) {
        return rows.unscoped(GIVEN + " where unit_id = :unit and year = :year order by owner_id, code")
                .with("unit", unit)
                .with("year", year)
                .list(Given.class);
    }

    Optional<Mark> findMark(long id) {
        return rows.unscoped(MARK + " where id = :id").with("id", id).find(Mark.class);
    }

    List<Mark> listMarks(Collection<Long> given) {
        if (given.isEmpty()) return List.of();
        return rows.unscoped(MARK + " where given_id in (:given) order by id")
                .with("given", given)
                .list(Mark.class);
    }

    void waive(long id, String reason, String document) {
        rows.sql("update given set waived = :reason, document = :document where id = :id")
                .with("id", id)
                .with("reason", reason)
                .with("document", document)
                .updateOne("Given " + id);
    }

    void insert(Mark mark, Desk desk) {
        rows.sql("""
            insert into mark (given_id, source, day, sheets, points, words, reason, withdrawn, subject, at)
            values (:givenId, :source, :day, :sheets, :points, :words, :reason, :withdrawn, :subject, :at)\
            """).with(mark).by(desk).update();
    }

    /** A unit that assesses itself again, and a mark that was wrong. */
    void withdraw(long mark, String reason) {
        rows.sql("update mark set withdrawn = :reason where id = :mark and withdrawn is null")
                .with("mark", mark)
                .with("reason", reason)
                .updateOne("Mark " + mark);
    }

    /** What versions of one scheme ask people for, and nobody has given or waived; in the order of the tree. */
    public List<OpenPoints> listOpen(Collection<Long> versions, int year, int most) {
        return rows.unscoped("""
            select u.id unit, u.name unit_name, u.path, i.code, i.name
              from score s join indicator i on i.id = s.indicator_id and i.method in ('EXPERT', 'VOTE')
              join scheme c on c.id = s.scheme_id join unit u on u.id = s.unit_id
             where s.scheme_id in (:versions) and s.year = :year
               and not exists (select 1 from given g
                                where g.unit_id = s.unit_id and g.year = s.year and g.owner_id = c.unit_id
                                  and g.code = i.code
                                  and (g.waived is not null
                                       or exists (select 1 from mark m
                                                   where m.given_id = g.id and m.source <> 'SELF'
                                                     and m.withdrawn is null)))
             order by u.path, i.id limit :most\
            """)
                .with("versions", versions)
                .with("year", year)
                .with("most", most)
                .list(OpenPoints.class);
    }
}
