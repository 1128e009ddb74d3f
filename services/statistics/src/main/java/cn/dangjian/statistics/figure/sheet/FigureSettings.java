package cn.dangjian.statistics.figure.sheet;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of figures.
 *
 * @param small parts of a number of persons that are less than so many are not shown to whoever has no right to the list
 *     behind them
 */
@Validated
@ConfigurationProperties("dangjian.figures")
record FigureSettings(@Min(1) @DefaultValue("5") int small) {}
