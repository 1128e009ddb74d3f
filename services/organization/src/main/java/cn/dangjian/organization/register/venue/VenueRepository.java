package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.ReportVenue.FactsRequest;
import cn.dangjian.organization.register.venue.Venue.Judgement;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code venue}, {@code venue_report}, {@code venue_flag}, {@code venue_photo}. */
@Repository
class VenueRepository implements Hanging {

    private final Rows rows;

    VenueRepository(Rows rows) {
        this.rows = rows;
    }

    /** A report that nobody has judged yet. */
    record Pending(long id, long reportedBy) {}

    /** A flag or a photo of a report. */
    private record Part(String text) {}

    Optional<Venue> find(long id, Scope scope) {
        return rows.sql("""
            select v.id, v.unit_id, v.name, v.version from venue v join unit u on u.id = v.unit_id
             where v.id = :id and {scope u}\
            """).in(scope).with("id", id).find(Venue.class);
    }

    long insert(String name, Desk desk) {
        return rows.sql("insert into venue (unit_id, name, version) values (:unit, :name, 1)")
                .with("unit", desk.unit().id())
                .with("name", name)
                .insert();
    }

    /** Fails if someone else changed the venue or its reports since it was read. */
    Venue touch(Venue venue) {
        rows.sql("update venue set version = version + 1 where id = :id and version = :version")
                .with(venue)
                .updateOne("Venue " + venue.id());
        return venue.next();
    }

    void insertReport(long venue, FactsRequest facts, Desk desk) {
        long report = rows.sql("""
            insert into venue_report (venue_id, day, area, address, reported_by, reported_at)
            values (:venue, :day, :area, :address, :account, :at)\
            """)
                .with("venue", venue)
                .with(facts)
                .with(desk.caller())
                .by(desk)
                .insert();
        insertAll("insert into venue_flag (report_id, tag) values (:report, :text)", report, facts.met());
        insertAll("insert into venue_photo (report_id, file) values (:report, :text)", report, facts.files());
    }

    private void insertAll(String insert, long report, Collection<String> texts) {
        rows.sql(insert)
                .with("report", report)
                .each(texts.stream().map(Part::new).toList());
    }

    @Unscoped("of a venue that was found in the caller's scope")
    Optional<Pending> findPending(Venue venue) {
        return rows.unscoped("select id, reported_by from venue_report where venue_id = :venue and verdict is null")
                .with("venue", venue.id())
                .find(Pending.class);
    }

    void judge(Pending report, Judgement judgement, Desk desk) {
        rows.sql("""
            update venue_report set verdict = :verdict, reason = :reason, judged_by = :account, judged_on = :day
             where id = :report and verdict is null\
            """)
                .with("report", report.id())
                .with(judgement)
                .with(desk.caller())
                .with("day", desk.today())
                .update();
    }

    /** 阵地 stand where they stood: the heir has them, or the unit above. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update venue v join unit_departure d on v.unit_id = d.unit_id
               set v.unit_id = d.goes_to, v.version = v.version + 1
             where d.goes_to is not null\
            """).update();
    }
}
