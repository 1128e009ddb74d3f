package cn.dangjian.platform.files.intake;

import static cn.dangjian.platform.files.intake.IntakeRefusal.NOT_SENDER;
import static cn.dangjian.platform.files.intake.IntakeRefusal.UNKNOWN;
import static cn.dangjian.platform.sheets.Column.number;
import static cn.dangjian.platform.sheets.Column.text;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.files.form.Forms;
import cn.dangjian.platform.files.form.ReasonTexts;
import cn.dangjian.platform.files.intake.RowTable.Rejected;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.sheets.Sheet;
import cn.dangjian.platform.sheets.SheetWriter;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rows that were rejected: as a list, and as a file that can be corrected and sent again. */
@Tag(name = "files 导入导出")
@RestController
class RejectedController {

    private static final int AT_ONCE = 2000;
    private static final List<Column> REASONS =
            List.of(number("line", "行号"), text("field", "错误列"), text("reason", "原因"), text("reasonInEnglish", "英文原因"));

    private final IntakeTable intakes;
    private final RowTable rows;
    private final Forms forms;
    private final ReasonTexts texts;

    RejectedController(IntakeTable intakes, RowTable rows, Forms forms, ReasonTexts texts) {
        this.intakes = intakes;
        this.rows = rows;
        this.forms = forms;
        this.texts = texts;
    }

    @Operation(
            summary = "The rejected rows with the same columns and the reasons: correct them and send the file again",
            description = "Columns behind those of the file: line 行号, field 错误列, reason 原因, reasonInEnglish 英文原因. "
                    + "Rows that speak of people are given back to nobody but who sent them.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = Format.EXCEL, schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/v1/intakes/{id}/rejections")
    void rejections(
            @PathVariable long id,
            @RequestParam(defaultValue = "CSV") Format format,
            @RequestParam(defaultValue = "false") boolean keys,
            @Subtree Scope scope,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var columns = form(id, scope, caller).columns();
        var all = Stream.concat(columns.stream(), REASONS.stream()).toList();
        new Sheet("未导入-" + id, format, all, keys).send(response, sheet -> write(id, columns, sheet));
    }

    /** @param field the title of the column; empty where it is of the row */
    record RejectedRow(int line, String field, String code, String reason, String reasonInEnglish) {}

    @Operation(
            summary = "Which rows were rejected, and why, in the order of the file",
            description = "Rows that speak of people are given back to nobody but who sent them.")
    @GetMapping("/v1/intakes/{id}/rejected-rows")
    Page<RejectedRow> list(@PathVariable long id, Slice slice, @Subtree Scope scope, Caller caller) {
        var columns = form(id, scope, caller).columns();
        var cursor = Cursor.parse(slice.cursor(), 1);
        long after = cursor == null ? 0 : cursor.number(0);
        if (after < 0 || after > Integer.MAX_VALUE) throw new ProblemException(BAD_REQUEST, "cursor.invalid");
        return slice.page(
                        rows.rejected(id, (int) after, slice.rows()),
                        rejected -> Cursor.of(rejected.row().line()))
                .map(rejected -> row(rejected.why(), columns));
    }

    private RejectedRow row(Rejection why, List<Column> columns) {
        var reason = Objects.requireNonNull(texts.reason(why));
        return new RejectedRow(
                why.line(), title(why.field(), columns), reason.code(), reason.reason(), reason.reasonInEnglish());
    }

    private Form form(long id, Scope scope, Caller caller) {
        var intake = intakes.find(id, scope).orElseThrow(UNKNOWN);
        var form = forms.get(intake.what());
        NOT_SENDER.when(
                form.isPersonal() && !caller.account().equals(intake.caller().account()));
        return form;
    }

    private void write(long id, List<Column> columns, SheetWriter sheet) throws IOException {
        var page = rows.rejected(id, 0, AT_ONCE);
        while (!page.isEmpty()) {
            for (var rejected : page) sheet.row(cells(rejected, columns));
            page = rows.rejected(id, page.getLast().row().line(), AT_ONCE);
        }
    }

    private List<String> cells(Rejected rejected, List<Column> columns) {
        var why = rejected.why();
        var kept = rejected.row().cells();
        var cells = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) cells.add(i < kept.size() ? kept.get(i) : "");
        cells.add(String.valueOf(why.line()));
        cells.add(title(why.field(), columns));
        cells.add(texts.text(why, Locale.CHINESE));
        cells.add(texts.text(why, Locale.ENGLISH));
        return cells;
    }

    private static String title(String key, List<Column> columns) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .map(Column::title)
                .orElse("");
    }
}
