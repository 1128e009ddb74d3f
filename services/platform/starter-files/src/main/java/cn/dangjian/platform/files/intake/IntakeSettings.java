package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.sheets.SheetLimits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a file is taken, and how its rows are applied.
 *
 * @param rows how many rows a file may have
 * @param columns how many columns a row may have
 * @param cell how many characters a cell may have
 * @param unpacked how large the parts of an Excel file may be together
 * @param poll how often a worker looks for work that another process left; its own requests wake it at once
 * @param lease after which time a worker that says nothing counts as dead
 * @param keep how long a finished file's rejected rows are kept
 */
@Validated
@ConfigurationProperties("dangjian.intake")
public record IntakeSettings(
        @Min(1) @DefaultValue("100000") int rows,
        @Min(1) @DefaultValue("40") int columns,
        @Min(1) @DefaultValue("500") int cell,
        @NotNull @DefaultValue("256MB") DataSize unpacked,
        @NotNull @DefaultValue("2s") Duration poll,
        @NotNull @DefaultValue("60s") Duration lease,
        @NotNull @DefaultValue("30d") Duration keep) {

    SheetLimits limits() {
        return new SheetLimits(rows, columns, cell, unpacked.toBytes());
    }
}
