package cn.dangjian.assessment.appraise.observe;

import cn.dangjian.assessment.appraise.observe.RecordObservation.ObservationRequest;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code observation} and {@code observer}. */
@Repository
@Unscoped("of an object that was found in the caller's scope")
class ObservationTable {

    private static final String COLUMNS =
            "select id, day, place, words, subject, at, withdrawn_at, reason from observation";

    private final Rows rows;

    ObservationTable(Rows rows) {
        this.rows = rows;
    }

    /** @param reason why it was withdrawn; null while it holds */
    record Observation(
            long id,
            LocalDate day,
            String place,
            String words,
            String subject,
            LocalDateTime at,
            @Nullable LocalDateTime withdrawnAt,
            @Nullable String reason) {}

    /** Whose people were at an observation. */
    record Observer(long observation, long unit, String name) {}

    private record ObserverRow(long unit) {}

    /** In the order of their days. */
    List<Observation> list(long appraised) {
        return rows.unscoped(COLUMNS + " where appraised_id = :appraised order by day, id")
                .with("appraised", appraised)
                .list(Observation.class);
    }

    List<Observer> listObservers(long appraised) {
        return rows.unscoped("""
            select o.observation_id observation, o.unit_id unit, u.name
              from observation b join observer o on o.observation_id = b.id join unit u on u.id = o.unit_id
             where b.appraised_id = :appraised order by b.id, u.path\
            """).with("appraised", appraised).list(Observer.class);
    }

    /** Held until the transaction ends. */
    Optional<Observation> hold(long id, long appraised) {
        return rows.unscoped(COLUMNS + " where id = :id and appraised_id = :appraised for update")
                .with("id", id)
                .with("appraised", appraised)
                .find(Observation.class);
    }

    /** Of these units the first one whose people give no named sheet of the object. */
    Optional<Long> findOther(long campaign, long appraised, List<Long> units) {
        var voters = rows.unscoped("""
            select p.unit_id from appraisal_post p where p.appraisal_id = :campaign and p.unit_id in (:units)
            union select a.unit_id from appraised a join appraisal_role r on r.appraisal_id = a.appraisal_id and r.voters = 'PEERS'
             where a.appraisal_id = :campaign and a.id <> :appraised and a.ended_on is null and a.unit_id in (:units)\
            """)
                .with("campaign", campaign)
                .with("appraised", appraised)
                .with("units", units)
                .list(Long.class);
        return units.stream().filter(unit -> !voters.contains(unit)).findFirst();
    }

    void insert(long appraised, ObservationRequest request, Desk desk) {
        long id = rows.sql("""
            insert into observation (appraised_id, day, place, words, subject, at)
            values (:appraised, :day, :place, :words, :subject, :at)\
            """)
                .with("appraised", appraised)
                .with("day", request.day())
                .with("place", request.place())
                .with("words", request.words())
                .by(desk)
                .insert();
        rows.sql("insert into observer (observation_id, unit_id) values (:observation, :unit)")
                .with("observation", id)
                .each(request.present().stream()
                        .distinct()
                        .map(ObserverRow::new)
                        .toList());
    }

    void withdraw(long id, String reason, Desk desk) {
        rows.sql("""
            update observation set withdrawn_at = :at, withdrawn_by = :subject, reason = :reason
             where id = :id and withdrawn_at is null\
            """).with("id", id).with("reason", reason).by(desk).update();
    }
}
