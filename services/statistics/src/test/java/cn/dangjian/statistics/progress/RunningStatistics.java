package cn.dangjian.statistics.progress;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole service over HTTP, once for all test classes, with a province and its dispatches. */
@ServiceTest
abstract class RunningStatistics {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcTemplate jdbc;

    Dispatches dispatches;

    @BeforeEach
    void aTree(@Autowired Province province) {
        province.settle();
        dispatches = new Dispatches(api, tokens, broker);
    }
}
