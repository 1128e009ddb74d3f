package cn.dangjian.organization.tree.application;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settles a small fictitious province before each test, and empties the tables that the test looks at. */
public abstract class Province {

    protected static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    protected Api api;

    @Autowired
    protected Tokens tokens;

    @Autowired
    protected JdbcClient jdbc;

    protected Divisions divisions;

    private final String code;
    private final List<String> emptied;

    /** @param emptied tables, those first that refer to others */
    protected Province(String code, List<String> emptied) {
        this.code = code;
        this.emptied = emptied;
    }

    @BeforeEach
    protected void settle() {
        divisions = new Divisions(code, api, tokens, jdbc);
        divisions.settle();
        for (String table : emptied) jdbc.sql("delete from " + table).update();
    }
}
