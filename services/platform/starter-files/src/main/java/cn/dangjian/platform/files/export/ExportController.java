package cn.dangjian.platform.files.export;

import static cn.dangjian.platform.files.export.ExportRefusal.FUTURE;
import static cn.dangjian.platform.files.export.ExportRefusal.NO_DAY;
import static cn.dangjian.platform.files.export.ExportRefusal.NO_PURPOSE;
import static cn.dangjian.platform.files.export.ExportRefusal.NO_SUCH;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.platform.sheets.Sheet;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exporting the caller's subtree; changes nothing, and so needs no key. */
@Tag(name = "files 导入导出")
@RestController
class ExportController {

    private final Exports exports;
    private final Days days;

    ExportController(Exports exports, Days days) {
        this.exports = exports;
        this.days = days;
    }

    /**
     * @param asOf only for what can be asked for so: as it was on a day; null for today
     * @param header TITLES (Chinese) unless something else is said
     * @param purpose what for; only, and always, where what is masked elsewhere is shown
     */
    record ExportRequest(
            @NotNull String what,
            @NotNull Format format,
            @Nullable LocalDate asOf,
            @Nullable Header header,
            @Nullable @Size(max = 180) @Stripped String purpose) {}

    /** Which of a column's names stand in the first row. */
    enum Header {
        TITLES,
        KEYS
    }

    @Operation(summary = "What the caller sees of his subtree as a file (导出)", description = """
        The file is text/csv (UTF-8 with BOM, CRLF, all cells quoted) or an Excel workbook. Cells that begin with
        = + - @ tab or line end never run: CSV has an apostrophe before them, Excel has them as text.
        The first row has Chinese titles, or with "header": "KEYS" these keys. Rows are in the order of the tree; what
        changes while the file is made may be in it or not. Where the file shows of people what is masked elsewhere, "purpose"
        says what for, and that is written down.
        """)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = Format.EXCEL, schema = @Schema(type = "string", format = "binary"))
            })
    @PostMapping("/v1/exports")
    void export(@Valid @RequestBody ExportRequest request, Caller caller, HttpServletResponse response)
            throws IOException {
        var export = exports.find(request.what()).orElseThrow(() -> NO_SUCH.with("what"));
        var asOf = request.asOf();
        var today = days.today();
        if (asOf != null && !export.isOfDays()) throw NO_DAY.with(export.title());
        if (asOf != null && asOf.isAfter(today)) throw FUTURE.with(today);
        var day = asOf == null ? today : asOf;
        String purpose = request.purpose() == null ? "" : request.purpose();
        NO_PURPOSE.when(export.isForPurpose() && purpose.isEmpty());
        export.admit(caller);
        var sheet = new Sheet(
                export.title() + "-" + day, request.format(), export.columns(), request.header() == Header.KEYS);
        sheet.send(response, rows -> {
            int number = exports.write(export, day, caller, rows);
            if (export.isForPurpose()) export.made(caller, purpose, number);
        });
    }
}
