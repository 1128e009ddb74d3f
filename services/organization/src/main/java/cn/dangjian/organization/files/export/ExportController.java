package cn.dangjian.organization.files.export;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.sheet.Format;
import cn.dangjian.organization.sheet.Sheet;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
     * @param asOf only for units: as they were on a day; null for today
     * @param header TITLES (Chinese) unless something else is said
     */
    record ExportRequest(
            @NotNull What what,
            @NotNull Format format,
            @Nullable LocalDate asOf,
            @Nullable Header header) {}

    /** Which of a column's names stand in the first row. */
    enum Header {
        TITLES,
        KEYS
    }

    @Operation(summary = "Units, register or teams of the caller's subtree as a file (导出)", description = """
        The file is text/csv (UTF-8 with BOM, CRLF, all cells quoted) or an Excel workbook. Cells that begin with
        = + - @ tab or line end never run: CSV has an apostrophe before them, Excel has them as text.
        The first row has Chinese titles, or with "header": "KEYS" these keys.
        UNITS: code, name, title, tier, kind, domain, parentCode, parentName, validFrom, until.
        REGISTER: name, creditCode, type, employees, members, placeCode, on, placeName, partyUnitCode,
        partyUnitName, founding, coveredSince. TEAMS: unitCode, unitName, session, dueOn, post, postName, name,
        from, to, fullTime. Rows are in the order of the tree; what changes while the file is made may be in it or not.
        """)
    @PostMapping("/v1/exports")
    @Nullable
    ResponseEntity<?> export(@Valid @RequestBody ExportRequest request, Caller caller, HttpServletResponse response)
            throws IOException {
        var what = request.what();
        var asOf = request.asOf();
        var today = days.today();
        if (asOf != null && what != What.UNITS) return problem(UNPROCESSABLE_CONTENT, "export.no-day");
        if (asOf != null && asOf.isAfter(today)) {
            return problem(UNPROCESSABLE_CONTENT, "export.future", today.toString());
        }
        var day = asOf == null ? today : asOf;
        var sheet =
                new Sheet(what.title() + "-" + day, request.format(), what.columns(), request.header() == Header.KEYS);
        sheet.send(response, rows -> exports.write(what, day, caller, rows));
        return null;
    }
}
