package cn.dangjian.member.telling.due;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is due is announced while more is marked, and nobody waits for anybody. */
@ServiceTest
class DueTest {

    @Autowired
    DueTable due;

    @Autowired
    Teller teller;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DataSource database;

    private static SortedSet<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().collect(toCollection(TreeSet::new));
    }

    private void mark(String kind, SortedSet<Long> numbers) {
        transaction.executeWithoutResult(status -> teller.mark(kind, numbers));
    }

    @Test
    void whatIsDoneIsTakenAwayBesideSomebodyWhoMarksMore() {
        var jdbc = JdbcClient.create(database);
        mark("due-beside", numbers(1, 1000));
        // of so few rows a server likes to read all instead of looking for each
        jdbc.sql("analyze table due").query().listOfRows();
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(marking -> {
            teller.mark("due-beside", numbers(1001, 1001));
            own.executeWithoutResult(telling -> {
                jdbc.sql("set session innodb_lock_wait_timeout = 1").update();
                due.done("due-beside", due.take("due-beside", 500));
                jdbc.sql("set session innodb_lock_wait_timeout = default").update();
            });
        });

        assertThat(count("due-beside")).isEqualTo(501);
        transaction.executeWithoutResult(status -> due.done("due-beside", numbers(501, 1001)));
        assertThat(count("due-beside")).isZero();
    }

    @Test
    void whoHasMuchToTellLetsTheOthersHaveTheirTurn() {
        var much = new Much();
        mark(much.kind(), numbers(1, 6000));

        teller.announceDue(much);

        assertThat(count(much.kind())).isEqualTo(1000);
        teller.announceDue(much);
        assertThat(count(much.kind())).isZero();
    }

    private int count(String kind) {
        return JdbcClient.create(database)
                .sql("select count(*) from due where kind = :kind")
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    /** Things of which there is nothing to say. */
    private static final class Much implements Told<Long> {

        @Override
        public String kind() {
            return "due-much";
        }

        @Override
        public String type() {
            return "member.members-changed.v1";
        }

        @Override
        public List<Long> listAfter(long number, int most) {
            return List.of();
        }

        @Override
        public Map<Long, Long> states(List<Long> numbers) {
            return numbers.stream().collect(toMap(number -> number, number -> number));
        }

        @Override
        public Object data(List<Long> page) {
            return Map.of("members", List.of());
        }
    }
}
