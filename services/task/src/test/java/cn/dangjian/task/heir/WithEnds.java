package cn.dangjian.task.heir;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.heir.HeirListener;
import cn.dangjian.platform.directory.heir.Latecomers;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** The whole service, in which units end. */
@ServiceTest
abstract class WithEnds {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    HeirListener listener;

    @Autowired
    Latecomers latecomers;

    Ends ends;

    @BeforeEach
    void aProvince(@Autowired Province province) {
        province.settle();
        ends = new Ends(api, tokens, jdbc, transactions, listener, latecomers);
    }

    long village() {
        return ends.village(Province.TOWNSHIP);
    }

    JsonNode get(String path, long unit) {
        var answer = api.get(path).as(tokens.at(unit)).send();
        assertThat(answer.status()).as(path + " at " + unit + " " + answer).isEqualTo(200);
        return answer.json();
    }
}
