package cn.dangjian.organization;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.DoorRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoorsTest extends DoorRules {

    @Autowired
    JdbcClient jdbc;

    private long village;
    private String otherCounty = "";

    @Override
    protected void settle() {
        var divisions = new Divisions("79", api, tokens, jdbc);
        divisions.settle();
        village = divisions.unit("0101100201");
        otherCounty = tokens.at(divisions.unit("0121"));
    }

    @Override
    protected long thing(String path) {
        return village;
    }

    @Override
    protected String otherCounty() {
        return otherCounty;
    }
}
