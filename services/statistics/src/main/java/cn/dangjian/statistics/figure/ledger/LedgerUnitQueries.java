package cn.dangjian.statistics.figure.ledger;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The units that are the rows of a ledger: those that stood somewhere at the end of its month. */
@Repository
class LedgerUnitQueries {

    private static final String UNITS = """
          from unit u
          join unit_place p on p.unit_id = u.id and p.from_month <= :month and p.to_month > :month
         where u.tier = :tier and u.kind <> 'DIVISION_GROUP' and {scope u}\
        """;

    private final Rows rows;

    LedgerUnitQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A unit of a ledger.
     *
     * @param path where it stands today: the order of the rows
     */
    record Standing(long id, String code, String name, String path) {}

    List<Standing> list(Tier tier, LocalDate month, Slice slice, Scope scope) {
        return rows.sql("select u.id, u.code, u.name, u.path" + UNITS + """
             and u.path >= :path and (u.path > :path or u.id > :id) order by u.path, u.id limit :rows\
            """)
                .in(scope)
                .inTree(slice)
                .with("tier", tier)
                .with("month", month)
                .list(Standing.class);
    }

    /** How many there are; not counted beyond some. */
    int count(Tier tier, LocalDate month, int most, Scope scope) {
        return rows.sql("select count(*) from (select u.id" + UNITS + " limit :most) counted")
                .in(scope)
                .with("tier", tier)
                .with("month", month)
                .with("most", most)
                .get(Integer.class);
    }
}
