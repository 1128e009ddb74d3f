package cn.dangjian.statistics.figure.ledger;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of ledgers.
 *
 * @param mostRows how many units a ledger may have that is exported as one file
 */
@Validated
@ConfigurationProperties("dangjian.ledgers")
record LedgerSettings(@Min(1) @DefaultValue("100000") int mostRows) {}
