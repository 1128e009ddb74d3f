package cn.dangjian.statistics.figure.ledger;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.ledger.LedgerRows.LedgerRow;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.sheet.Moment;
import cn.dangjian.statistics.figure.sheet.Moment.Source;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What ledgers are answered with. */
@Tag(name = "figures 一套数")
@RestController
@RequestMapping("/v1/ledgers/{id}")
class LedgerRowController {

    private final LedgerTable ledgers;
    private final LedgerRows rows;
    private final LedgerExport export;
    private final Catalogue catalogue;
    private final Moment moment;

    LedgerRowController(LedgerTable ledgers, LedgerRows rows, LedgerExport export, Catalogue catalogue, Moment moment) {
        this.ledgers = ledgers;
        this.rows = rows;
        this.export = export;
        this.catalogue = catalogue;
        this.moment = moment;
    }

    record LedgerMeasure(String measure, String name, String countedIn) {

        static LedgerMeasure of(Measure measure) {
            return new LedgerMeasure(measure.code(), measure.name(), measure.countedIn());
        }
    }

    /**
     * A ledger in a month.
     *
     * @param unit of whose subtree the rows are: the caller's
     * @param provisional whether the month is not over
     * @param asOf up to which moment the figures are complete: the oldest of the newest events of the services that tell them;
     *     null while one of these was not heard at all
     * @param rows in the order of the tree
     */
    record LedgerRowsResponse(
            LedgerId id,
            String name,
            UnitId unit,
            Tier tier,
            YearMonth month,
            boolean provisional,
            @Nullable Instant asOf,
            List<Source> sources,
            List<LedgerMeasure> measures,
            Page<LedgerRow> rows) {}

    @Operation(
            summary = "A ledger as it is now, or in a month: a row for each unit of its tier in the caller's subtree"
                    + " (台账)",
            description = "Each value is the total that /v1/figures has of that unit and month. Rows are the units that"
                    + " existed at the end of the month, where the caller sees them today.")
    @GetMapping("/rows")
    LedgerRowsResponse rows(
            @PathVariable LedgerId id, @RequestParam @Nullable YearMonth month, Slice slice, Desk desk) {
        var ledger = find(id, desk);
        var asked = Asked.of(desk, catalogue, null, ledger.measures(), month, null);
        var heard = moment.of(asked.measures());
        return new LedgerRowsResponse(
                ledger.id(),
                ledger.name(),
                asked.unit().id(),
                ledger.tier(),
                YearMonth.from(asked.month()),
                asked.open(),
                heard.asOf(),
                heard.sources(),
                asked.measures().stream().map(LedgerMeasure::of).toList(),
                rows.page(ledger.tier(), asked, slice, desk.scope()));
    }

    @Operation(summary = "All rows of a ledger as a file (导出台账)", description = """
        The file is text/csv (UTF-8 with BOM, CRLF, all cells quoted) or an Excel workbook. Six lines say which ledger, of
        which unit and month, until when complete, and who exported it when; then come the titles and the rows, the same as
        of /rows. Cells that begin with = + - @ tab or line end never run: CSV has an apostrophe before them, Excel has them
        as text. What changes while the file is made may be in it or not.
        """)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = Format.EXCEL, schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/export")
    void export(
            @PathVariable LedgerId id,
            @RequestParam Format format,
            @RequestParam @Nullable YearMonth month,
            Desk desk,
            HttpServletResponse response)
            throws IOException {
        var ledger = find(id, desk);
        var asked = Asked.of(desk, catalogue, null, ledger.measures(), month, null);
        export.send(ledger, asked, moment.of(asked.measures()), format, desk, response);
    }

    private Ledger find(LedgerId id, Desk desk) {
        return ledgers.find(id, desk.unit()).orElseThrow(LedgerRefusal.UNKNOWN);
    }
}
