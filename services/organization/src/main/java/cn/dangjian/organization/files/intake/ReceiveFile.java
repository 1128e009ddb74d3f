package cn.dangjian.organization.files.intake;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.files.form.Form;
import cn.dangjian.organization.files.form.Form.Row;
import cn.dangjian.organization.files.form.Forms;
import cn.dangjian.organization.files.form.Header;
import cn.dangjian.organization.sheet.Format;
import cn.dangjian.organization.sheet.SheetLimits;
import cn.dangjian.organization.sheet.SheetReader;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 接收文件: stores a file's rows to be applied; whole or not at all. */
@Service
class ReceiveFile {

    private static final int AT_ONCE = 1000;

    private final IntakeTable intakes;
    private final RowTable rows;
    private final Forms forms;
    private final IntakeSettings settings;
    private final ApplicationEventPublisher publisher;

    ReceiveFile(
            IntakeTable intakes,
            RowTable rows,
            Forms forms,
            IntakeSettings settings,
            ApplicationEventPublisher publisher) {
        this.intakes = intakes;
        this.rows = rows;
        this.forms = forms;
        this.settings = settings;
        this.publisher = publisher;
    }

    /** Told when the rows are there for others to see. */
    record Received(long intake) {}

    /**
     * A file that is sent.
     *
     * @param document with the day and the reason: see {@link Intake}
     */
    record Plan(
            Form.What what,
            Format format,
            Path file,
            @Nullable String document,
            @Nullable LocalDate effectiveOn,
            @Nullable String reason) {}

    /**
     * @return the number of the file and of its rows
     * @throws ProblemException 422 if the file is not what it should be
     */
    @Transactional
    Receipt receive(Plan plan, Caller caller) {
        long id = intakes.insert(plan, caller);
        var limits = new SheetLimits(
                settings.rows(),
                settings.columns(),
                settings.cell(),
                settings.unpacked().toBytes());
        try (var reader = plan.format().reader(plan.file(), limits)) {
            int count = stage(id, forms.get(plan.what()), reader);
            if (count == 0) throw new ProblemException(UNPROCESSABLE_CONTENT, "intake.empty");
            intakes.received(id, count);
            publisher.publishEvent(new Received(id));
            return new Receipt(id, count);
        }
    }

    record Receipt(long id, int rows) {}

    private int stage(long id, Form form, SheetReader reader) {
        var names = reader.next();
        if (names == null) return 0;
        var header = new Header(form, names.cells());
        int count = 0;
        var batch = new ArrayList<Row>(AT_ONCE);
        for (var row = reader.next(); row != null; row = reader.next()) {
            batch.add(header.row(row.line(), row.cells()));
            count++;
            if (batch.size() == AT_ONCE) {
                rows.insert(id, batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) rows.insert(id, batch);
        return count;
    }
}
