package cn.dangjian.platform.files.intake;

import static cn.dangjian.platform.files.intake.IntakeRefusal.EMPTY;
import static cn.dangjian.platform.files.intake.IntakeRefusal.FORMAT;
import static cn.dangjian.platform.files.intake.IntakeRefusal.NOT_FAILED;
import static cn.dangjian.platform.files.intake.IntakeRefusal.OTHER_POST;
import static cn.dangjian.platform.files.intake.IntakeRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.files.form.Forms;
import cn.dangjian.platform.files.form.ReasonTexts;
import cn.dangjian.platform.files.intake.ReceiveFile.Plan;
import cn.dangjian.platform.files.intake.ReceiveFile.Receipt;
import cn.dangjian.platform.files.upload.SentFile;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.caller.AccessVersions;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.problem.RefusedParameterException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sending files of rows, and seeing how far they have come. */
@Tag(name = "files 导入导出")
@RestController
class IntakeController {

    private final ReceiveFile receiveFile;
    private final IntakeTable intakes;
    private final IntakeWorker worker;
    private final Forms forms;
    private final ReasonTexts texts;

    IntakeController(
            ReceiveFile receiveFile, IntakeTable intakes, IntakeWorker worker, Forms forms, ReasonTexts texts) {
        this.receiveFile = receiveFile;
        this.intakes = intakes;
        this.worker = worker;
        this.forms = forms;
        this.texts = texts;
    }

    /**
     * @param sheet which sheet of a workbook was read: the first one that is not hidden
     * @param rowsRead applied, unchanged, rejected, and those that still wait
     * @param unchanged rows that said what was so already, as those of an export do that is sent back
     * @param refused why no row of an upload was taken
     */
    record IntakeResponse(
            long id,
            String what,
            long unitId,
            @Nullable String document,
            @Nullable LocalDate effectiveOn,
            Intake.State state,
            @Nullable String sheet,
            int rowsRead,
            int applied,
            int unchanged,
            int rejected,
            ReasonTexts.@Nullable Reason refused,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime finishedAt) {

        static IntakeResponse of(Intake intake, ReasonTexts texts) {
            return new IntakeResponse(
                    intake.id(),
                    intake.what(),
                    intake.unitId(),
                    intake.document(),
                    intake.effectiveOn(),
                    intake.state(),
                    intake.sheet(),
                    intake.rowsRead(),
                    intake.applied(),
                    intake.unchanged(),
                    intake.rejected(),
                    texts.reason(intake.refusal()),
                    intake.receivedAt().atOffset(ZoneOffset.UTC),
                    utc(intake.finishedAt()));
        }

        private static @Nullable OffsetDateTime utc(@Nullable LocalDateTime at) {
            return at == null ? null : at.atOffset(ZoneOffset.UTC);
        }
    }

    @Operation(summary = "Send a file of rows (批量导入); they are applied in the background", description = """
        The body is the file: text/csv (UTF-8, or GBK as Chinese Excel saves it) or an Excel workbook (the first sheet that
        is not hidden, without formulas). A large one is uploaded in pieces before (POST /v1/uploads) and named as upload
        instead. What the file is, is seen when it is read: a CSV file may come with Excel's content type.
        The first row names the columns, in any order, by key or by Chinese title; codes may be written as such or with
        their Chinese terms, days as 2026-03-02, 2026/3/2, 2026年3月2日 or 20260302, yes and no as 是 and 否. The other
        columns of an export and of a file of rejected rows are left out. A row that says what is so already is unchanged.
        """)
    @Idempotent
    @PostMapping("/v1/intakes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Receipt> receive(
            @RequestParam String what,
            @RequestParam(required = false) @Nullable @Stripped @Size(max = 100) String document,
            @RequestParam(required = false) @Nullable LocalDate effectiveOn,
            @RequestParam(required = false) @Nullable @Stripped @Size(max = 500) String reason,
            @RequestParam(required = false) @Nullable Long upload,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(required = false) @Nullable SentFile file,
            Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        var form = forms.find(what).orElseThrow(() -> new RefusedParameterException("what", "TypeMismatch"));
        var format = Format.of(type).orElseThrow(FORMAT);
        var body = file == null || file.length() == 0 ? null : file.file();
        EMPTY.when((body == null) == (upload == null));
        var plan = Plan.of(form, format, document, effectiveOn, reason, upload);
        var receipt = receiveFile.receive(plan, form, body, caller, AccessVersions.carriedBy(token));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/intakes/" + receipt.id()))
                .body(receipt);
    }

    @Operation(summary = "The files that were sent from the caller's subtree, the newest first")
    @GetMapping("/v1/intakes")
    Page<IntakeResponse> list(Slice slice, @Subtree Scope scope) {
        return slice.newest(intakes.list(slice, scope), Intake::id).map(this::response);
    }

    @Operation(summary = "How far a file has come, and what became of its rows")
    @GetMapping("/v1/intakes/{id}")
    IntakeResponse show(@PathVariable long id, @Subtree Scope scope) {
        return response(intakes.find(id, scope).orElseThrow(UNKNOWN));
    }

    @Operation(
            summary = "Go on with a file that a fault of the platform has stopped",
            description = "From the post that sent it: its rows are applied in that name.")
    @PostMapping("/v1/intakes/{id}/resumption")
    IntakeResponse resume(
            @PathVariable long id,
            @Subtree Scope scope,
            Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        var intake = intakes.find(id, scope).orElseThrow(UNKNOWN);
        NOT_FAILED.unless(intake.state() == Intake.State.FAILED);
        OTHER_POST.unless(intake.caller().equals(caller));
        NOT_FAILED.unless(intakes.resume(id, AccessVersions.carriedBy(token)));
        worker.wake();
        return show(id, scope);
    }

    private IntakeResponse response(Intake intake) {
        return IntakeResponse.of(intake, texts);
    }
}
