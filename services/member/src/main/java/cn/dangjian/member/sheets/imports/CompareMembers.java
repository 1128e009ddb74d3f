package cn.dangjian.member.sheets.imports;

import static cn.dangjian.member.sheets.imports.LineRefusal.FILE_DIFFERS;
import static cn.dangjian.member.sheets.imports.LineRefusal.FILE_UNKNOWN;
import static cn.dangjian.member.sheets.imports.LineRefusal.SEALED_NOT_COMPARED;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.member.person.privacy.Readers;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.sheets.exports.Roll;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.problem.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 名册回传: rows of a roll that was exported say what is so, or are told what is not. A file of rows opens files of persons
 * and changes none: what a person has become is decided, and told of, one by one.
 */
@Service
class CompareMembers {

    private static final String PURPOSE = "名册回传比对";

    private final Roll roll;
    private final Readers readers;
    private final Readings readings;

    CompareMembers(Roll roll, Readers readers, Readings readings) {
        this.roll = roll;
        this.readers = readers;
        this.readings = readings;
    }

    /**
     * A row with the number of a file.
     *
     * @param said by the keys of the columns; a blank says nothing
     */
    record Known(int line, long id, Map<String, String> said, Map<String, String> titles) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "Known[" + line + "]";
        }

        private String said(String key) {
            return said.getOrDefault(key, "");
        }

        private List<String> columns(Predicate<String> which) {
            return said.keySet().stream().filter(which).sorted().toList();
        }

        /** What stands in the cells is the person's; the columns are nobody's. */
        private String titles(List<String> keys) {
            return keys.stream().map(titles::get).collect(joining("、"));
        }
    }

    /** In full only for those who may read what is sealed, and written down. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Judged compare(List<Known> lines, Desk desk) {
        var shown = roll.shown(lines.stream().map(Known::id).collect(toSet()), desk.scope());
        boolean mayRead = readers.may(desk);
        int read = 0;
        var rejections = new ArrayList<Rejection>();
        var unchanged = new HashSet<Integer>();
        for (var line : lines) {
            var kept = shown.get(line.id());
            if (kept == null) {
                rejections.add(no(line, "id", FILE_UNKNOWN));
                continue;
            }
            var sealed = line.columns(key -> Roll.isSealed(key) && !kept.isMasked(key, line.said(key)));
            // right or wrong has one answer, and it stands before any other: what is masked cannot be tried
            if (!sealed.isEmpty() && !mayRead) {
                rejections.add(no(line, sealed.getFirst(), SEALED_NOT_COMPARED));
                continue;
            }
            if (!sealed.isEmpty()) read++;
            var other = line.columns(key -> !kept.isMasked(key, line.said(key)) && !kept.isFull(key, line.said(key)));
            if (other.isEmpty()) unchanged.add(line.line());
            else rejections.add(no(line, other.getFirst(), FILE_DIFFERS, line.titles(other)));
        }
        if (read > 0) readings.tellOfMany(What.EXPORT, read, PURPOSE, desk);
        return new Judged(rejections, unchanged);
    }

    private static Rejection no(Known line, String column, Refusal why, String... values) {
        return Rejection.of(line.line(), column, why.reason().code(), values);
    }
}
