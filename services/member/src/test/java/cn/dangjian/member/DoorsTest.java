package cn.dangjian.member;

import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import org.springframework.beans.factory.annotation.Autowired;

class DoorsTest extends DoorRules {

    @Autowired
    Province province;

    private long member;

    @Override
    protected void settle() {
        province.settle();
        member = new Persons(api, tokens).member("陶门");
    }

    @Override
    protected long thing(String path) {
        return path.startsWith("/v1/units/") ? Province.VILLAGE : member;
    }
}
