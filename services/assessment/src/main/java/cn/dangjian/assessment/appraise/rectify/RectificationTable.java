package cn.dangjian.assessment.appraise.rectify;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code rectification}; other rooms ask here what became of an earlier year's list. */
@Repository
public class RectificationTable {

    private static final String ITEM = """
        select r.id, r.appraised_id, r.comment_id, r.problem, r.measure, r.due_on, r.withdrawn, r.listed_at, r.dispatch,
               r.number, r.assignment, w.state
          from rectification r left join work w on w.assignment_id = r.assignment\
        """;

    private final Rows rows;

    RectificationTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * Something that is to be put right.
     *
     * @param commentId the comment that it comes from; null if from none
     * @param listedAt when the list was published; null until then
     * @param dispatch the task that it became, once task has said so
     * @param state where the assignment stands, as task says it; null while nothing was done
     */
    public record Item(
            long id,
            long appraisedId,
            @Nullable Long commentId,
            String problem,
            String measure,
            LocalDate dueOn,
            boolean withdrawn,
            @Nullable LocalDateTime listedAt,
            @Nullable Long dispatch,
            @Nullable String number,
            @Nullable Long assignment,
            @Nullable String state) {}

    /** The published ones of an object. */
    @Unscoped("of an object that was found in the caller's scope")
    public List<Item> listPublished(Appraised appraised) {
        return rows.unscoped(ITEM + " where r.appraised_id = :appraised and r.listed_at is not null order by r.id")
                .with("appraised", appraised.id())
                .list(Item.class);
    }

    @Unscoped("of an object that was found in the caller's scope")
    List<Item> list(long appraised) {
        return rows.unscoped(ITEM + " where r.appraised_id = :appraised order by r.id")
                .with("appraised", appraised)
                .list(Item.class);
    }

    @Unscoped("the caller's scope is checked with its object")
    Optional<Item> find(long id) {
        return rows.unscoped(ITEM + " where r.id = :id").with("id", id).find(Item.class);
    }

    /** Those that are still to be published, held until the transaction ends. */
    @Unscoped("of an object that was found in the caller's scope")
    List<Item> listOpen(long appraised) {
        return rows.unscoped("""
            select id, appraised_id, comment_id, problem, measure, due_on, withdrawn, listed_at, dispatch, number, assignment,
                   null state
              from rectification where appraised_id = :appraised and listed_at is null and not withdrawn
             order by id for update\
            """).with("appraised", appraised).list(Item.class);
    }

    @Unscoped("of an object that was found in the caller's scope")
    boolean isCommentOf(long comment, long appraised) {
        return rows.unscoped("select 1 from report_comment where id = :comment and appraised_id = :appraised")
                .with("comment", comment)
                .with("appraised", appraised)
                .exists();
    }

    long insert(long appraised, AddItem.ItemRequest request, Desk desk) {
        return rows.sql("""
            insert into rectification (appraised_id, comment_id, problem, measure, due_on, withdrawn, subject, at)
            values (:appraised, :comment, :problem, :measure, :due, false, :subject, :at)\
            """).with(request).with("appraised", appraised).by(desk).insert();
    }

    /** Whether it was there, and not published. */
    boolean withdraw(long id) {
        return rows.sql("""
            update rectification set withdrawn = true where id = :id and listed_at is null and not withdrawn\
            """).with("id", id).update() == 1;
    }

    void publish(Collection<Long> ids, Desk desk) {
        rows.sql("update rectification set listed_at = :at, listed_by = :account where id in (:ids)")
                .with("ids", ids)
                .with("account", desk.caller().account())
                .with("at", desk.now())
                .update();
    }

    /** Published ones of an object that are no task yet. */
    record Listed(long appraised, long account, long id, String problem, String measure, LocalDate dueOn) {}

    /** Of the next object of which there are any, as they were published. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Listed> listUnsent(long after) {
        return rows.unscoped("""
            select r.appraised_id appraised, r.listed_by account, r.id, r.problem, r.measure, r.due_on
              from rectification r
             where r.listed_by is not null and r.dispatch is null
               and r.appraised_id = (select min(n.appraised_id) from rectification n
                                       join appraised a on a.id = n.appraised_id and a.ended_on is null
                                      where n.appraised_id > :after and n.listed_by is not null and n.dispatch is null)
             order by r.listed_at, r.id\
            """).with("after", after).list(Listed.class);
    }

    /** Which task an item became. */
    void dispatch(long id, long dispatch, String number, long assignment) {
        rows.sql("""
            update rectification set dispatch = :dispatch, number = :number, assignment = :assignment where id = :id\
            """)
                .with("id", id)
                .with("dispatch", dispatch)
                .with("number", number)
                .with("assignment", assignment)
                .update();
    }
}
