package cn.dangjian.platform.files.form;

import static cn.dangjian.platform.files.form.HeaderRefusal.MISSING;
import static cn.dangjian.platform.files.form.HeaderRefusal.TWICE;
import static cn.dangjian.platform.files.form.HeaderRefusal.UNKNOWN;
import static cn.dangjian.platform.files.form.HeaderRefusal.UNKNOWN_AT;

import cn.dangjian.platform.files.form.Form.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The first row of a file: which of its cells is which column of the form, by key or by title. */
public final class Header {

    /** Columns behind those of a file of rejected rows. */
    private static final Set<String> OF_REJECTIONS =
            Set.of("line", "行号", "field", "错误列", "reason", "原因", "reasonInEnglish", "英文原因");

    private final Form form;
    private final int[] places;

    /** @throws cn.dangjian.platform.web.problem.ProblemException 422 if the header is not understood */
    public Header(Form form, List<String> names) {
        this.form = form;
        var columns = form.columns();
        places = new int[columns.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < names.size(); i++) place(names.get(i), i);
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0 && !form.optional().contains(columns.get(i).key())) {
                throw MISSING.with(columns.get(i).title());
            }
        }
    }

    private void place(String name, int at) {
        if (name.isEmpty() || OF_REJECTIONS.contains(name) || form.leftOut().contains(name)) return;
        for (int i = 0; i < places.length; i++) {
            var column = form.columns().get(i);
            if (!column.key().equals(name) && !column.title().equals(name)) continue;
            if (places[i] >= 0) throw TWICE.with(name);
            places[i] = at;
            return;
        }
        // without a header the first row is a person
        throw form.isPersonal() ? UNKNOWN_AT.with(String.valueOf(at + 1)) : UNKNOWN.with(name);
    }

    /** The cells in the order of the columns. */
    public Row row(int line, List<String> cells) {
        var ordered = new ArrayList<String>(places.length);
        for (int place : places) ordered.add(place < 0 || place >= cells.size() ? "" : cells.get(place));
        return new Row(line, ordered);
    }
}
