package cn.dangjian.dues.total.sum;

import static cn.dangjian.dues.Payers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.Tree;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several add up at once, while people pay: what is kept of tiers is the sum of their units. */
class ReplicasTest extends RunningDues {

    @Autowired
    AnnounceSums sums;

    @Test
    void addEachChangeOnce() throws Exception {
        var tree = new Tree(3, broker, jdbc);
        tree.settle();
        var members = new ArrayList<Long>();
        for (long village : tree.villages()) {
            long member = payers.member(village);
            payers.base(village, member, "SALARY", "3000", NOW);
            members.add(member);
        }
        payers.bill(tree.province(), NOW);
        payers.settled();
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            int at = i % members.size();
            work.add(() -> payers.pay(tree.villages().get(at), members.get(at), "1.00", Map.of("again", true))
                            .status()
                    == 201);
            work.add(() -> {
                sums.announceDue();
                return true;
            });
        }

        try (var many = Executors.newFixedThreadPool(6)) {
            for (var done : many.invokeAll(work)) assertThat(done.get()).isTrue();
        }
        payers.settled();

        assertThat(jdbc.sql("select collected from tier_month where path = (select path from unit where id = 3)")
                        .query(Long.class)
                        .single())
                .isEqualTo(4000);
        assertThat(jdbc.sql("""
            select t.path from tier_month t
             where t.path like concat((select path from unit where id = 3), '%')
               and (t.collected, t.billed, t.held) <> (select sum(m.collected), sum(m.billed), sum(m.held) from unit_month m
                     where m.month = t.month and m.path like concat(t.path, '%'))\
            """).query(String.class).list()).isEmpty();
    }
}
