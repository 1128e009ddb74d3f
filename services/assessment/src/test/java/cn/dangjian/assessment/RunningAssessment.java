package cn.dangjian.assessment;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service over HTTP, once for all test classes, with a province that is scored. */
@ServiceTest
public abstract class RunningAssessment {

    @Autowired
    protected Api api;

    @Autowired
    protected Tokens tokens;

    @Autowired
    protected Broker broker;

    @Autowired
    protected JdbcClient jdbc;

    protected Scored scored;

    @BeforeEach
    void aProvince(@Autowired Province province) {
        province.settle();
        scored = new Scored(api, tokens, broker, jdbc);
    }
}
