package cn.dangjian.dues;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import cn.dangjian.testkit.Workers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service over HTTP, once for all test classes, with a province and who pays there. */
@ServiceTest
public abstract class RunningDues {

    @Autowired
    protected Api api;

    @Autowired
    protected Tokens tokens;

    @Autowired
    protected Broker broker;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private Workers workers;

    protected Payers payers;

    @BeforeEach
    void aProvince(@Autowired Province province) {
        province.settle();
        payers = new Payers(api, tokens, broker, jdbc, workers);
    }
}
