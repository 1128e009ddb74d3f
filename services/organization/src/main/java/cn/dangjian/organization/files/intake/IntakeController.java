package cn.dangjian.organization.files.intake;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import cn.dangjian.organization.files.form.Form;
import cn.dangjian.organization.files.form.Forms;
import cn.dangjian.organization.sheet.Format;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sending files of rows, and seeing how far they have come. */
@Tag(name = "files 导入导出")
@RestController
class IntakeController {

    private final ReceiveFile receiveFile;
    private final IntakeTable intakes;
    private final IntakeWorker worker;
    private final Forms forms;

    IntakeController(ReceiveFile receiveFile, IntakeTable intakes, IntakeWorker worker, Forms forms) {
        this.receiveFile = receiveFile;
        this.intakes = intakes;
        this.worker = worker;
        this.forms = forms;
    }

    record ReceiptResponse(long id, int rowsRead) {}

    /** @param rowsRead applied, rejected, and those that still wait */
    record IntakeResponse(
            long id,
            Form.What what,
            long unitId,
            @Nullable String document,
            @Nullable LocalDate effectiveOn,
            Intake.State state,
            int rowsRead,
            int applied,
            int rejected,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime finishedAt) {

        static IntakeResponse of(Intake intake) {
            return new IntakeResponse(
                    intake.id(),
                    intake.what(),
                    intake.unitId(),
                    intake.document(),
                    intake.effectiveOn(),
                    intake.state(),
                    intake.rowsRead(),
                    intake.applied(),
                    intake.rejected(),
                    intake.receivedAt().atOffset(ZoneOffset.UTC),
                    utc(intake.finishedAt()));
        }

        private static @Nullable OffsetDateTime utc(@Nullable LocalDateTime at) {
            return at == null ? null : at.atOffset(ZoneOffset.UTC);
        }
    }

    @Operation(summary = "Send a file of rows (批量导入); they are applied in the background", description = """
        The body is the file: text/csv (UTF-8) or an Excel workbook (its first sheet, without formulas).
        The first row names the columns, in any order, by key or by Chinese title; codes of types, kinds and posts may
        be written as such or with their Chinese terms, days as 2026-03-02 or 2026/3/2, yes and no as 是 and 否. The
        other columns of an export and of a file of rejected rows are left out.
        REGISTER: name 单位名称, creditCode 统一社会信用代码 (may be missing), type 单位类型 (unit-type), employees 从业人数,
        members 党员人数, placeCode 所在地代码 (the code of the township or village), on 起始日期.
        TEAMS: unitCode 党组织代码, post 职务代码 or postName 职务, name 姓名, from 任职日期, to 离任日期 (may be missing; given
        for somebody who sits there, it ends the seat), fullTime 是否专职, note 离任说明 (may be missing). Within a unit the
        same name is the same person.
        UNITS, with the parameters document, effectiveOn and, for a day that is over, reason: code 代码, name 名称, kind
        类别 (may be missing where the code says it), parentCode 上级代码, until 计划结束日期 (of temporary kinds). Each row becomes a proposal (变更申请) that somebody
        else one tier up approves: one by one, or all of the file at once.
        """)
    @Idempotent
    @PostMapping("/v1/intakes")
    ResponseEntity<?> receive(
            @RequestParam Form.What what,
            @RequestParam(required = false) @Nullable @Size(max = 100) String document,
            @RequestParam(required = false) @Nullable LocalDate effectiveOn,
            @RequestParam(required = false) @Nullable @Size(max = 500) String reason,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(required = false) @Nullable Upload file,
            Caller caller) {
        var format = Format.of(type);
        if (format.isEmpty()) return problem(UNSUPPORTED_MEDIA_TYPE, "intake.format");
        if (file == null || file.length() == 0) return problem(UNPROCESSABLE_CONTENT, "intake.empty");
        boolean decided = forms.get(what).isDecided();
        var plan = new ReceiveFile.Plan(
                what,
                format.get(),
                file.file(),
                decided ? given(document) : null,
                decided ? effectiveOn : null,
                decided ? given(reason) : null);
        if (decided && (plan.document() == null || plan.effectiveOn() == null))
            return problem(UNPROCESSABLE_CONTENT, "intake.no-order");
        var receipt = receiveFile.receive(plan, caller);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/intakes/" + receipt.id()))
                .body(new ReceiptResponse(receipt.id(), receipt.rows()));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Operation(summary = "The files that were sent from the caller's subtree, the newest first")
    @GetMapping("/v1/intakes")
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree Scope scope) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        var page = Page.of(intakes.list(before, limit + 1, scope), limit, (Intake intake) -> Cursor.of(intake.id()));
        return ResponseEntity.ok(page.map(IntakeResponse::of));
    }

    @Operation(summary = "How far a file has come, and what became of its rows")
    @GetMapping("/v1/intakes/{id}")
    ResponseEntity<?> show(@PathVariable long id, @Subtree Scope scope) {
        var found = intakes.find(id, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "intake.unknown");
        return ResponseEntity.ok(IntakeResponse.of(found.get()));
    }

    @Operation(summary = "Go on with a file that a fault of the platform has stopped")
    @PostMapping("/v1/intakes/{id}/resumption")
    ResponseEntity<?> resume(@PathVariable long id, @Subtree Scope scope) {
        if (intakes.find(id, scope).isEmpty()) return problem(NOT_FOUND, "intake.unknown");
        if (!intakes.resume(id)) return problem(CONFLICT, "intake.not-failed");
        worker.wake();
        return show(id, scope);
    }
}
