package cn.dangjian.platform.files.form;

import static cn.dangjian.platform.files.form.HeaderRefusal.BELOW;
import static cn.dangjian.platform.files.form.HeaderRefusal.MISSING;
import static cn.dangjian.platform.files.form.HeaderRefusal.TWICE;
import static cn.dangjian.platform.files.form.HeaderRefusal.UNKNOWN;
import static cn.dangjian.platform.files.form.HeaderRefusal.UNKNOWN_AT;

import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.web.problem.ProblemException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first row of a file: which of its cells is which column of the form, by key or by title. */
public final class Header {

    /** Columns behind those of a file of rejected rows. */
    private static final Set<String> OF_REJECTIONS =
            Set.of("line", "行号", "field", "错误列", "reason", "原因", "reasonInEnglish", "英文原因");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private final Form form;
    private final List<String> keys;
    private final List<String> titles;
    private final Set<String> leftOut;
    private final int[] places;
    /** Cells that have a column, of this form or of an export. */
    private final boolean[] named;

    /** @throws cn.dangjian.platform.web.problem.ProblemException 422 if the header is not understood */
    public Header(Form form, List<String> names) {
        this.form = form;
        var columns = form.columns();
        keys = columns.stream().map(column -> plain(column.key())).toList();
        titles = columns.stream().map(column -> plain(column.title())).toList();
        leftOut = Stream.concat(OF_REJECTIONS.stream(), form.leftOut().stream())
                .map(Header::plain)
                .collect(Collectors.toSet());
        places = new int[columns.size()];
        Arrays.fill(places, -1);
        named = new boolean[names.size()];
        for (int i = 0; i < names.size(); i++) place(names.get(i), i);
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0 && !form.optional().contains(columns.get(i).key())) {
                throw MISSING.with(columns.get(i).title());
            }
        }
    }

    /** Whether a row is a header of the form. */
    public static boolean isOne(Form form, List<String> names) {
        try {
            var header = new Header(form, names);
            return header.named.length > 0;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** To be thrown: the header is not the first row, but another. */
    public static ProblemException below(int line) {
        return BELOW.with(String.valueOf(line));
    }

    /** However wide its brackets are, and whatever blanks and line ends a clerk has put into it. */
    private static String plain(String name) {
        String narrow = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return BETWEEN.matcher(narrow).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private void place(String name, int at) {
        String plain = plain(name);
        if (plain.isEmpty()) return;
        named[at] = true;
        if (leftOut.contains(plain)) return;
        for (int i = 0; i < places.length; i++) {
            if (!keys.get(i).equals(plain) && !titles.get(i).equals(plain)) continue;
            if (places[i] >= 0) throw TWICE.with(name);
            places[i] = at;
            return;
        }
        // without a header the first row is a person
        throw form.isPersonal() ? UNKNOWN_AT.with(String.valueOf(at + 1)) : UNKNOWN.with(name);
    }

    /**
     * The cells in the order of the columns, and behind them what has no column.
     *
     * @param from1904 whether days that are numbers are counted from 1904 on
     */
    public Row row(int line, List<String> cells, boolean from1904) {
        var ordered = new ArrayList<String>(places.length);
        for (int i = 0; i < places.length; i++) {
            String cell = places[i] < 0 || places[i] >= cells.size() ? "" : cells.get(places[i]);
            boolean counted = from1904 && form.columns().get(i).type() == Column.Type.DAY;
            ordered.add(counted ? TypedDay.counted(cell) : cell);
        }
        for (int i = 0; i < cells.size(); i++) {
            boolean alone = i >= named.length || !named[i];
            if (alone && !cells.get(i).isEmpty()) ordered.add(cells.get(i));
        }
        return new Row(line, ordered);
    }
}
