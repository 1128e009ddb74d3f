package cn.dangjian.platform.files.intake;

import static cn.dangjian.platform.files.intake.IntakeRefusal.NO_ORDER;

import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.files.intake.StageRows.Staged;
import cn.dangjian.platform.files.upload.Uploads;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.platform.web.caller.Caller;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 接收文件: stores a file's rows to be applied, whole or not at all; those of an upload are read in the background. */
@Service
class ReceiveFile {

    private static final Staged NOT_READ = new Staged(0, "");

    private final IntakeTable intakes;
    private final StageRows stageRows;
    private final Uploads uploads;
    private final ApplicationEventPublisher publisher;

    ReceiveFile(IntakeTable intakes, StageRows stageRows, Uploads uploads, ApplicationEventPublisher publisher) {
        this.intakes = intakes;
        this.stageRows = stageRows;
        this.uploads = uploads;
        this.publisher = publisher;
    }

    /** Told when the rows are there for others to see. */
    record Received(long intake) {}

    /**
     * A file that is sent.
     *
     * @param document with the day and the reason: see {@link Intake}
     * @param upload what was uploaded before; null if the file is a body
     */
    record Plan(
            String what,
            Format format,
            @Nullable String document,
            @Nullable LocalDate effectiveOn,
            @Nullable String reason,
            @Nullable Long upload) {

        /** As far as the form asks for it. */
        static Plan of(
                Form form,
                Format format,
                @Nullable String document,
                @Nullable LocalDate effectiveOn,
                @Nullable String reason,
                @Nullable Long upload) {
            if (!form.isDecided()) return new Plan(form.what(), format, null, null, null, upload);
            var plan = new Plan(form.what(), format, given(document), effectiveOn, given(reason), upload);
            NO_ORDER.when(plan.document == null || effectiveOn == null);
            return plan;
        }

        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /**
     * @param file null if it was uploaded
     * @param accessVersion of what the caller may do, by the token; null if that carries none
     * @return the number of the file and of its rows, and which sheet they stand in, as far as they are known
     * @throws cn.dangjian.platform.web.problem.ProblemException 422 if the file is not what it should be
     */
    @Transactional
    Receipt receive(Plan plan, Form form, @Nullable Path file, Caller caller, @Nullable Long accessVersion) {
        var upload = plan.upload();
        if (upload != null) uploads.take(upload, caller.account());
        long id = intakes.insert(plan, caller, accessVersion);
        var staged = file == null ? NOT_READ : stageRows.stage(id, form, file);
        publisher.publishEvent(new Received(id));
        return new Receipt(id, staged.rows(), staged.sheet().isEmpty() ? null : staged.sheet());
    }

    /** @param sheet the sheet of the workbook that was read: the first one that is not hidden */
    record Receipt(long id, int rowsRead, @Nullable String sheet) {}
}
