package cn.dangjian.task.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.task.assignment.AssignmentQueries.AssignmentLine;
import cn.dangjian.task.flow.State;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a village has to do is found at once, however much it has done before (本组织的任务). */
@ServiceTest
class OwnAssignmentsTest {

    private static final int OLD = 3_000;
    private static final Slice FIRST = new Slice(null, 50);
    private static final long VILLAGE = Province.VILLAGES.getLast();

    @Autowired
    AssignmentQueries assignments;

    @Autowired
    Desks desks;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Desk own;

    @BeforeEach
    void manyOldOnes() {
        province.settle();
        own = desks.of(new Caller(new AccountId(VILLAGE), VILLAGE, VILLAGE, "office"));
        jdbc.sql("""
            insert into dispatch (number, issuer_id, title, text, goal, deadline, material_required, target, addressed,
                                  issued_by, issued_at, version)
            with recursive n as (select 0 i union all select i + 1 from n where i < 99)
            select concat('old-', hundreds.i * 100 + ones.i), :county, '虚构任务', '办过的', '办结', '2020-01-01', false,
                   '{}', 1, :county, '2019-01-01', 1
              from n hundreds join n ones where hundreds.i * 100 + ones.i < :old\
            """).param("county", Province.COUNTY).param("old", OLD).update();
        // each third one waits for review, the tenth before the last is new
        jdbc.sql("""
            insert into assignment (dispatch_id, unit_id, state, version)
            select id, :village, if(number = :new, 'ADDRESSED', if(id % 3 = 0, 'SUBMITTED', 'APPROVED')), 1
              from dispatch where number like 'old-%' order by id\
            """)
                .param("village", VILLAGE)
                .param("new", "old-" + (OLD - 10))
                .update();
    }

    @AfterEach
    void nothingOld() {
        jdbc.sql("delete a from assignment a join dispatch d on d.id = a.dispatch_id where d.number like 'old-%'")
                .update();
        jdbc.sql("delete from dispatch where number like 'old-%'").update();
    }

    private List<AssignmentLine> list(Set<State> states, Slice slice) {
        return assignments.listOwn(own.unit().id(), own.scope(), states, slice);
    }

    @Test
    void showsTheNewestOfAllStatesAndGoesOnBehindThem() {
        var all = new ArrayList<Long>();
        String cursor = null;
        do {
            var slice = new Slice(cursor, 200);
            var page = slice.newest(
                    list(EnumSet.allOf(State.class), slice), line -> line.id().value());
            page.items().forEach(line -> all.add(line.id().value()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(all)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.reverseOrder())
                .hasSizeGreaterThanOrEqualTo(OLD);
        assertThat(list(EnumSet.of(State.ADDRESSED, State.SIGNED), FIRST))
                .filteredOn(line -> line.number().startsWith("old-"))
                .extracting(AssignmentLine::number)
                .containsExactly("old-" + (OLD - 10));
    }

    @Test
    void readsNoMoreThanItShows() {
        long read = Objects.requireNonNull(transaction.execute(status -> {
            long before = rowsRead();
            assertThat(list(EnumSet.allOf(State.class), FIRST)).hasSize(51);
            return rowsRead() - before;
        }));

        assertThat(read).isLessThan(OLD / 3);
    }

    /** By this connection so far. */
    private long rowsRead() {
        return jdbc
                .sql("show session status like 'Handler_read%'")
                .query((row, number) -> row.getLong(2))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
