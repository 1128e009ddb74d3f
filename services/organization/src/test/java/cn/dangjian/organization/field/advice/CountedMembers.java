package cn.dangjian.organization.field.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.field.advice.Counted.Members;
import cn.dangjian.organization.register.entry.EmptyRegister;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Branches of a village whose members are counted, and the advice that somebody gets about them. */
abstract class CountedMembers extends EmptyRegister {

    private static final AtomicLong VERSION = new AtomicLong();

    @Autowired
    Broker broker;

    CountedMembers() {
        super("58", "rule_setting", "advice_acknowledgement", "member_count");
    }

    long branch(int full, int probationary, int retired) {
        long branch = branches.below(village, "BRANCH");
        count(branch, full, probationary, retired);
        return branch;
    }

    void count(long unit, int full, int probationary, int retired) {
        long version = VERSION.incrementAndGet();
        broker.send(Counted.event(unit / 500, version, new Members(unit, full, probationary, retired)));
        await().until(() -> jdbc.sql("select count(*) from member_count where unit_id = ? and version = ?")
                        .params(unit, version)
                        .query(Long.class)
                        .single()
                == 1);
    }

    Api.Answer get(long caller, String query) {
        return api.get("/v1/advice" + query).as(tokens.at(caller)).send();
    }

    JsonNode items(long caller, String query) {
        var answer = get(caller, query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items");
    }
}
