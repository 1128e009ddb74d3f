package cn.dangjian.task;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole service over HTTP, once for all test classes, with a province and its tasks. */
@ServiceTest
abstract class RunningTask {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    Tasks tasks;

    @BeforeEach
    void aProvince(@Autowired Province province) {
        province.settle();
        tasks = new Tasks(api, tokens);
    }
}
