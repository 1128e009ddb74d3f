package cn.dangjian.platform.files.trial;

import static cn.dangjian.platform.sheets.Column.day;
import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Notes that are taken from a file, unless they speak of the forbidden, or something is broken. */
@Component
class NoteForm implements Form {

    static final List<Column> COLUMNS = List.of(text("text", "内容"), day("day", "日期"));

    /** Lets every try fail while it is set. */
    final AtomicBoolean broken = new AtomicBoolean();

    private final NoteTable notes;

    NoteForm(NoteTable notes) {
        this.notes = notes;
    }

    @Override
    public String what() {
        return "NOTES";
    }

    @Override
    public String help() {
        return "text 内容, day 日期 (may be missing).";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> optional() {
        return Set.of("day");
    }

    @Override
    public Set<String> leftOut() {
        return Set.of();
    }

    @Override
    public Judged take(List<Row> rows, Order order) {
        var rejections = new ArrayList<Rejection>();
        var read = Cells.read(
                this,
                rows,
                rejections,
                cells -> new NoteTable.Note(cells.line(), cells.name("text", 15), cells.dayOrNull("day")));
        notes.insert(order.caller().unit(), read);
        if (broken.get()) throw new IllegalStateException("broken");
        return new Judged(rejections);
    }
}
