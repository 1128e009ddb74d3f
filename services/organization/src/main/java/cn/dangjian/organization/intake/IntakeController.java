package cn.dangjian.organization.intake;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

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
import java.net.URI;
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

    IntakeController(ReceiveFile receiveFile, IntakeTable intakes, IntakeWorker worker) {
        this.receiveFile = receiveFile;
        this.intakes = intakes;
        this.worker = worker;
    }

    record ReceiptResponse(long id, int rowsRead) {}

    /** @param rowsRead applied, rejected, and those that still wait */
    record IntakeResponse(
            long id,
            Intake.What what,
            long unitId,
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
        The first row names the columns, in any order, by key or by Chinese title. REGISTER: name 单位名称,
        creditCode 统一社会信用代码 (may be missing), type 单位类型 (a code of unit-type), employees 从业人数,
        members 党员人数, placeCode 所在地代码 (the code of the township or village), on 起始日期 (2026-03-02 or
        2026/3/2). The other columns of an export and of a file of rejected rows are left out.
        """)
    @Idempotent
    @PostMapping("/v1/intakes")
    ResponseEntity<?> receive(
            @RequestParam Intake.What what,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(required = false) byte @Nullable [] file,
            Caller caller) {
        var format = Format.of(type);
        if (format.isEmpty()) return problem(UNSUPPORTED_MEDIA_TYPE, "intake.format");
        if (file == null || file.length == 0) return problem(UNPROCESSABLE_CONTENT, "intake.empty");
        var receipt = receiveFile.receive(what, format.get(), file, caller);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/intakes/" + receipt.id()))
                .body(new ReceiptResponse(receipt.id(), receipt.rows()));
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
