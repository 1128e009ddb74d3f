package cn.dangjian.platform.files.intake;

import static cn.dangjian.platform.files.intake.IntakeRefusal.EMPTY;

import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.files.form.Header;
import cn.dangjian.platform.files.intake.RowTable.Waiting;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.platform.sheets.SheetReader;
import cn.dangjian.platform.web.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the rows of a file where they wait to be applied; in the caller's transaction, all or none. */
@Component
class StageRows {

    private static final int AT_ONCE = 1000;
    /** Above a header there are a title, who made the list and when, and a row between. */
    private static final int TITLE_ROWS = 5;

    private final IntakeTable intakes;
    private final RowTable rows;
    private final IntakeSettings settings;

    StageRows(IntakeTable intakes, RowTable rows, IntakeSettings settings) {
        this.intakes = intakes;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * What a file has.
     *
     * @param sheet the name of the sheet that was read; empty if there are none
     */
    record Staged(int rows, String sheet) {}

    /**
     * @throws cn.dangjian.platform.web.problem.ProblemException 422 if the file is not what it should be
     */
    Staged stage(long id, Form form, Path file) {
        try (var reader = Format.seen(file).reader(file, settings.limits())) {
            int count = stage(id, form, reader);
            EMPTY.when(count == 0);
            var staged = new Staged(count, reader.sheet());
            intakes.read(id, staged);
            return staged;
        }
    }

    private int stage(long id, Form form, SheetReader reader) {
        var names = reader.next();
        if (names == null) return 0;
        var header = header(form, names, reader);
        int count = 0;
        var batch = new ArrayList<Waiting>(AT_ONCE);
        for (var next = reader.next(); next != null; next = reader.next()) {
            var row = header.row(next.line(), next.cells(), reader.from1904());
            batch.add(new Waiting(row, form.turn(row)));
            count++;
            if (batch.size() == AT_ONCE) {
                insert(id, form, batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) insert(id, form, batch);
        return count;
    }

    /** Many a list has its title above the header: whoever sent it is told where the header stands. */
    private static Header header(Form form, SheetReader.Row first, SheetReader reader) {
        try {
            return new Header(form, first.cells());
        } catch (ProblemException why) {
            var below = reader.next();
            for (int i = 0; i < TITLE_ROWS && below != null; i++) {
                if (Header.isOne(form, below.cells())) throw Header.below(below.line());
                below = reader.next();
            }
            throw why;
        }
    }

    private void insert(long id, Form form, List<Waiting> batch) {
        if (form.isPersonal()) rows.insertSealed(id, batch);
        else rows.insert(id, batch);
    }
}
