package cn.dangjian.organization.people.cadre;

import cn.dangjian.organization.people.cadre.Cadre.Training;
import cn.dangjian.organization.people.cadre.ChangeCadre.TrainingRequest;
import cn.dangjian.organization.people.cadre.NominateCadre.NominationRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code reserve_cadre}, {@code reserve_tag} and {@code reserve_training}. */
@Repository
class CadreRepository implements Hanging {

    private static final String CADRE = """
        select c.id, c.unit_id, c.name, c.account_id, c.mentor, c.nominated_on, c.listed_on, c.left_on, c.reason,
               c.version
          from reserve_cadre c join unit u on u.id = c.unit_id and {scope u}\
        """;

    private final Rows rows;

    CadreRepository(Rows rows) {
        this.rows = rows;
    }

    Optional<Cadre> find(long id, Scope scope) {
        return rows.sql(CADRE + " where c.id = :id").in(scope).with("id", id).find(Cadre.class);
    }

    /** The newest first. */
    List<Cadre> list(Slice slice, Scope scope) {
        return rows.sql(CADRE + " where c.id < :before order by c.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Cadre.class);
    }

    List<String> listTags(Cadre cadre, Scope scope) {
        return rows.sql("""
            select t.tag from reserve_tag t join reserve_cadre c on c.id = t.cadre_id
              join unit u on u.id = c.unit_id and {scope u}
             where t.cadre_id = :id order by t.tag\
            """).in(scope).with("id", cadre.id()).list(String.class);
    }

    List<Training> listTrainings(Cadre cadre, Scope scope) {
        return rows.sql("""
            select t.held_on, t.topic, t.hours from reserve_training t join reserve_cadre c on c.id = t.cadre_id
              join unit u on u.id = c.unit_id and {scope u}
             where t.cadre_id = :id order by t.id\
            """).in(scope).with("id", cadre.id()).list(Training.class);
    }

    long insert(UnitId village, NominationRequest cadre, Desk desk) {
        long id = rows.sql("""
            insert into reserve_cadre (unit_id, name, account_id, mentor, nominated_on, subject, version)
            values (:unit, :name, :account, :mentor, :today, :subject, 1)\
            """)
                .with("unit", village)
                .with(cadre)
                .with("today", desk.today())
                .by(desk)
                .insert();
        rows.sql("insert into reserve_tag (cadre_id, tag) values (:id, :tag)")
                .with("id", id)
                .each(Tags.each(cadre.tags()));
        return id;
    }

    void enlist(Cadre cadre, LocalDate on) {
        rows.sql("update reserve_cadre set listed_on = :on, version = version + 1 where id = :id and version ="
                        + " :version")
                .with(cadre)
                .with("on", on)
                .updateOne("Reserve cadre " + cadre.id());
    }

    void leave(Cadre cadre, LocalDate on, String reason) {
        rows.sql("""
            update reserve_cadre set left_on = :on, reason = :reason, version = version + 1
             where id = :id and version = :version\
            """).with(cadre).with("on", on).with("reason", reason).updateOne("Reserve cadre " + cadre.id());
    }

    void train(Cadre cadre, TrainingRequest training, Desk desk) {
        rows.sql("""
            insert into reserve_training (cadre_id, held_on, topic, hours, subject, at)
            values (:cadre, :heldOn, :topic, :hours, :subject, :at)\
            """).with("cadre", cadre.id()).with(training).by(desk).update();
    }

    /** Who is in reserve for a village is so for its heir, or leaves the list. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update reserve_cadre c join unit_departure d on c.unit_id = d.unit_id
               set c.version = c.version + 1,
                   c.unit_id = coalesce(d.heir_id, c.unit_id),
                   c.reason = if(d.heir_id is null, d.reason, c.reason),
                   c.left_on = if(d.heir_id is null, greatest(c.nominated_on, d.day), c.left_on)
             where c.left_on is null or c.left_on > greatest(c.nominated_on, d.day)\
            """).update();
    }
}
