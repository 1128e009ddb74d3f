package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.application.StagingTable.Rejected;
import cn.dangjian.organization.tree.imports.DivisionFile;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report of an import: which rows were rejected, and why. */
@Tag(name = "imports 导入")
@RestController
class RejectionController {

    private final StagingTable staging;
    private final RejectionTexts texts;

    RejectionController(StagingTable staging, RejectionTexts texts) {
        this.staging = staging;
        this.texts = texts;
    }

    /**
     * @param line the line of the file, the header being 1
     * @param code the row's code, as far as it can be read
     * @param reason stable
     * @param value what is wrong, or what was expected
     * @param text the reason for people
     * @param kept whether the row was taken all the same: then somebody should look at it
     */
    record RejectionResponse(
            String file,
            int line,
            @Nullable String code,
            String reason,
            @Nullable String value,
            String text,
            boolean kept) {}

    @Operation(
            summary =
                    "The rows of an import that were rejected or are to be looked at, in the order of files and lines")
    @GetMapping("/v1/imports/{id}/rejections")
    ResponseEntity<?> rejections(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Administrator administrator) {
        var last = Cursor.parse(cursor, 2);
        int file = last == null ? 0 : (int) last.number(0);
        int line = last == null ? 0 : (int) last.number(1);
        var locale = LocaleContextHolder.getLocale();
        var page = Page.of(
                staging.listRejected(id, file, line, limit + 1),
                limit,
                (Rejected row) -> Cursor.of(row.fileNo(), row.line()));
        return ResponseEntity.ok(page.map(row -> response(row, locale)));
    }

    private RejectionResponse response(Rejected row, Locale locale) {
        return new RejectionResponse(
                DivisionFile.numbered(row.fileNo()).fileName(),
                row.line(),
                row.code(),
                row.reason(),
                row.value(),
                texts.text(row.reason(), row.value(), locale),
                row.kept());
    }
}
