package cn.dangjian.statistics.figure.ledger;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.version.Versioned;
import java.time.Instant;
import java.util.List;

/**
 * 台账: some measures at all units of a tier, asked of whatever the figures are when somebody looks.
 *
 * @param unit whose it is: this one alone changes it
 * @param measures the codes of its columns, in their order
 * @param tier each unit of it is a row
 * @param shared whether units below may open it on their own part of the tree
 * @param at when it was made
 */
record Ledger(
        LedgerId id,
        UnitId unit,
        String name,
        List<String> measures,
        Tier tier,
        boolean shared,
        Instant at,
        long version)
        implements Versioned {}
