package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.files.form.Forms;
import cn.dangjian.platform.files.intake.IntakeTable.Counts;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.files.upload.Uploads;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.sheets.scratch.Scratch;
import cn.dangjian.platform.web.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 读取上传的文件: stages the rows of an upload, in one transaction that nothing of them outlives if the process ends. While
 * it lasts the row of the file is locked, whatever becomes of its lease.
 */
@Service
class ReadUpload {

    private final IntakeTable intakes;
    private final StageRows stageRows;
    private final Uploads uploads;
    private final Forms forms;

    ReadUpload(IntakeTable intakes, StageRows stageRows, Uploads uploads, Forms forms) {
        this.intakes = intakes;
        this.stageRows = stageRows;
        this.uploads = uploads;
        this.forms = forms;
    }

    /** @throws ProblemException if the file is not what it should be */
    @Transactional
    void read(Lease<Intake> lease, long upload) {
        intakes.hold(lease, Counts.NONE);
        var intake = lease.work();
        try {
            var file = Scratch.file(".tmp");
            try (var bytes = uploads.read(upload)) {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                stageRows.stage(intake.id(), forms.get(intake.what()), file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        uploads.forget(upload);
        intakes.hold(lease, Counts.NONE);
    }

    /** Of a file that is forgotten although it was never read. */
    @Transactional
    void forget(Intake intake) {
        var upload = intake.uploadId();
        if (upload != null) uploads.forget(upload);
    }

    /** Ends with the problem over which reading has failed. */
    @Transactional
    void refuse(Lease<Intake> lease, long upload, ProblemException why) {
        intakes.hold(lease, Counts.NONE);
        intakes.refuse(lease, new Rejection(0, "", why.code(), why.arguments()));
        uploads.forget(upload);
    }
}
