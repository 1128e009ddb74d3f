package cn.dangjian.task.person;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.task.flow.AssignmentId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code responsible}: rows are added and released, never changed. */
@Repository
class PersonTable {

    private final Rows rows;

    PersonTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * Who has to do something.
     *
     * @param title of the post, as people call it
     * @param post null if it has no account here
     */
    record Named(
            String title, @Nullable Long post, @Nullable Long account, String duty, OffsetDateTime until) {}

    void replace(AssignmentId assignment, List<Named> persons, Desk desk) {
        rows.sql("update responsible set released_at = :at where assignment_id = :assignment and released_at is null")
                .with("assignment", assignment)
                .by(desk)
                .update();
        rows.sql("""
            insert into responsible (assignment_id, title, post, account, duty, until, named_by, named_at)
            values (:assignment, :title, :post, :account, :duty, :until, :namedBy, :at)\
            """)
                .with("assignment", assignment)
                .with("namedBy", desk.caller().account())
                .by(desk)
                .each(persons);
    }

    /**
     * Who has it.
     *
     * @param left whether he holds the post no more
     */
    record PersonView(
            String title,
            @Nullable Long post,
            @Nullable Long account,
            String duty,
            OffsetDateTime until,
            boolean left) {}

    boolean exists(AssignmentId assignment, Scope scope) {
        return rows.sql("""
            select 1 from assignment a join unit u on u.id = a.unit_id where a.id = :id and {scope u}\
            """).in(scope).with("id", assignment).exists();
    }

    List<PersonView> list(AssignmentId assignment, Scope scope) {
        return rows.sql("""
            select r.title, r.post, r.account, r.duty, r.until,
                   r.post is not null and not coalesce(p.active = true and p.unit_id = a.unit_id, false) as `left`
              from assignment a
              join unit u on u.id = a.unit_id
              join responsible r on r.assignment_id = a.id and r.released_at is null
              left join post_holder p on p.post = r.post
             where a.id = :id and {scope u}
             order by r.id\
            """).in(scope).with("id", assignment).list(PersonView.class);
    }
}
