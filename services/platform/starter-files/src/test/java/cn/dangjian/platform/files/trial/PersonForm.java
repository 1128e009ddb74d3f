package cn.dangjian.platform.files.trial;

import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** People, of whom nothing may be read in the database; their names become notes, so that one sees who was taken. */
@Component
class PersonForm implements Form {

    private final NoteTable notes;

    PersonForm(NoteTable notes) {
        this.notes = notes;
    }

    @Override
    public String what() {
        return "PEOPLE";
    }

    @Override
    public String help() {
        return "name 姓名, day 出生日期.";
    }

    @Override
    public List<Column> columns() {
        return List.of(text("name", "姓名"), text("day", "出生日期"));
    }

    @Override
    public Set<String> optional() {
        return Set.of();
    }

    @Override
    public Set<String> leftOut() {
        return Set.of();
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Judged take(List<Row> rows, Order order) {
        var rejections = new ArrayList<Rejection>();
        var read = Cells.read(
                this,
                rows,
                rejections,
                cells -> new NoteTable.Note(cells.line(), cells.name("name", 15), cells.day("day")));
        notes.insert(order.caller().unit(), read);
        return new Judged(rejections);
    }
}
