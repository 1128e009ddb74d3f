package cn.dangjian.assessment.scheme.frame;

import cn.dangjian.assessment.fact.measure.ObjectKind;
import cn.dangjian.assessment.scheme.content.Content;
import cn.dangjian.assessment.scheme.frame.PublishScheme.PublicationRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code scheme}; what stands in a scheme is in {@link ContentTable}. */
@Repository
public class SchemeTable {

    private static final String SCHEME = """
        select s.id, s.unit_id, u.name unit_name, u.path, s.frame, s.year, s.object, s.domain, s.title, s.own_most,
               s.additions_most, s.ranking, s.audience, s.state, s.from_on, s.to_on, s.document, s.version
          from scheme s join unit u on u.id = s.unit_id\
        """;

    private final Rows rows;

    SchemeTable(Rows rows) {
        this.rows = rows;
    }

    /** One of a unit within the scope, or a published one of a unit above it: whoever is scored reads by what. */
    public Optional<Scheme> find(long id, Scope scope) {
        return rows.sql(SCHEME + """
             where s.id = :id and ({scope u} or (s.state = 'PUBLISHED' and :scopeFrom like concat(u.path, '%')))\
            """).in(scope).with("id", id).find(Scheme.class);
    }

    List<Scheme> list(int year, Slice slice, Scope scope) {
        return rows.sql(SCHEME + """
             where s.year = :year and s.id < :before
               and ({scope u} or (s.state = 'PUBLISHED' and :scopeFrom like concat(u.path, '%')))
             order by s.id desc limit :rows\
            """).in(scope).newest(slice).with("year", year).list(Scheme.class);
    }

    /** The one by which somebody is scored. */
    @Unscoped("whoever sees a score reads by what it was made")
    public Scheme get(long id) {
        return rows.unscoped(SCHEME + " where s.id = :id").with("id", id).get(Scheme.class);
    }

    /** All that count on some day of a year. */
    @Unscoped("scores everybody; nobody sees the rows")
    public List<Scheme> listPublished(int year) {
        return rows.unscoped(SCHEME
                        + " where s.year = :year and s.state = 'PUBLISHED' and (s.to_on is null or s.to_on >"
                        + " s.from_on)")
                .with("year", year)
                .list(Scheme.class);
    }

    /** The published ones of units above another one, for the same units in the same year, the nearest first. */
    @Unscoped("what units above have published is for whoever is below")
    List<Scheme> listAbove(Unit unit, int year, ObjectKind object) {
        return rows.unscoped(SCHEME + """
             where s.year = :year and s.state = 'PUBLISHED' and s.object = :object and s.to_on is null
               and u.id <> :unit and :path like concat(u.path, '%') order by length(u.path) desc, s.id desc\
            """)
                .with("year", year)
                .with("object", object)
                .with("unit", unit.id())
                .with("path", unit.path())
                .list(Scheme.class);
    }

    /** One publishes at a time for a unit. */
    void lock(long unit) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", unit)
                .lock();
    }

    long insert(Content content, Desk desk) {
        return rows.sql("""
            insert into scheme (unit_id, frame, year, object, domain, title, own_most, additions_most, ranking, audience,
                                state, subject, at, version)
            values (:unit, :frame, :year, :object, :domain, :title, :ownMost, :additionsMost, :ranking, :audience,
                    'DRAFT', :subject, :at, 1)\
            """)
                .with("unit", desk.unit().id())
                .with(content)
                .by(desk)
                .insert();
    }

    void update(Scheme scheme, Content content) {
        rows.sql("""
            update scheme set frame = :frame, year = :year, object = :object, domain = :domain, title = :title,
                   own_most = :ownMost, additions_most = :additionsMost, ranking = :ranking, audience = :audience,
                   version = version + 1
             where id = :id and version = :version\
            """)
                .with(content)
                .with("id", scheme.id())
                .with("version", scheme.version())
                .updateOne("Scheme " + scheme.id());
    }

    void publish(Scheme scheme, PublicationRequest request, LocalDate from, Desk desk) {
        rows.sql("""
            update scheme set state = 'PUBLISHED', from_on = :from, document = :document, subject = :subject, at = :at,
                   version = version + 1
             where id = :id and version = :version\
            """)
                .with("from", from)
                .with("document", request.document())
                .with("id", scheme.id())
                .with("version", scheme.version())
                .by(desk)
                .updateOne("Scheme " + scheme.id());
    }

    /** From a day on another version counts. */
    void end(Scheme scheme, LocalDate from) {
        rows.sql("update scheme set to_on = :from, version = version + 1 where id = :id and version = :version")
                .with("from", from)
                .with("id", scheme.id())
                .with("version", scheme.version())
                .updateOne("Scheme " + scheme.id());
    }
}
