package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.files.form.Header;
import cn.dangjian.platform.files.sheet.Format;
import cn.dangjian.platform.files.sheet.SheetReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the rows of a file where they wait to be applied; in the caller's transaction, all or none. */
@Component
class StageRows {

    private static final int AT_ONCE = 1000;

    private final IntakeTable intakes;
    private final RowTable rows;
    private final IntakeSettings settings;

    StageRows(IntakeTable intakes, RowTable rows, IntakeSettings settings) {
        this.intakes = intakes;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * @return how many there are
     * @throws cn.dangjian.platform.web.problem.ProblemException 422 if the file is not what it should be
     */
    int stage(long id, Form form, Format format, Path file) {
        try (var reader = format.reader(file, settings.limits())) {
            int count = stage(id, form, reader);
            IntakeRefusal.EMPTY.when(count == 0);
            intakes.read(id, count);
            return count;
        }
    }

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
                insert(id, form, batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) insert(id, form, batch);
        return count;
    }

    private void insert(long id, Form form, List<Row> batch) {
        if (form.isPersonal()) rows.insertSealed(id, batch);
        else rows.insert(id, batch);
    }
}
