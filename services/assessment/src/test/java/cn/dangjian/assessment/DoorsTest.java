package cn.dangjian.assessment;

import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.scheme;

import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoorsTest extends DoorRules {

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    private long scheme;

    @Override
    protected void settle() {
        province.settle();
        scheme = new Scored(api, tokens, broker, jdbc)
                .draft(Province.COUNTY, scheme(2046, "VILLAGE", four()))
                .json()
                .path("id")
                .asLong();
    }

    @Override
    protected long thing(String path) {
        return path.startsWith("/v1/schemes/") ? scheme : Province.VILLAGE;
    }
}
