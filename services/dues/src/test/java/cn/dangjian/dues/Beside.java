package cn.dangjian.dues;

import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who write to one table at once. */
@Component
public class Beside {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    public Beside(PlatformTransactionManager transactions, DataSource database) {
        transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        jdbc = JdbcClient.create(database);
    }

    /** So many numbers from one on. */
    public static List<Long> numbers(long from, int many) {
        return LongStream.range(from, from + many).boxed().toList();
    }

    /** A server that knows of a thousand rows at most likes to read all instead of looking for five hundred. */
    public void write(String table, Runnable write) {
        transaction.executeWithoutResult(status -> write.run());
        jdbc.sql("analyze table " + table).query().listOfRows();
    }

    /** Fails if the second has to wait for the first, who has not committed yet. */
    public void write(Runnable first, Runnable second) {
        transaction.executeWithoutResult(one -> {
            first.run();
            transaction.executeWithoutResult(other -> {
                jdbc.sql("set session innodb_lock_wait_timeout = 10").update();
                second.run();
                jdbc.sql("set session innodb_lock_wait_timeout = default").update();
            });
        });
    }

    public int count(String table, String column, long from, long to) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " between :from and :to")
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single();
    }
}
