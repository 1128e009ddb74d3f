package cn.dangjian.member.sheets.imports;

import static cn.dangjian.member.sheets.imports.LineRefusal.FILE_DIFFERS;
import static cn.dangjian.member.sheets.imports.LineRefusal.FILE_UNKNOWN;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.member.sheets.exports.Roll;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.files.sheet.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * 名册回传: rows of a roll that was exported say what is so, or are told what is not. A file of rows opens files of persons
 * and changes none: what a person has become is decided, and told of, one by one.
 */
@Service
class CompareMembers {

    private final Roll roll;

    CompareMembers(Roll roll) {
        this.roll = roll;
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
    }

    Judged compare(List<Known> lines, Desk desk) {
        var shown = roll.shown(lines.stream().map(Known::id).collect(toSet()), desk.scope());
        var rejections = new ArrayList<Rejection>();
        var unchanged = new HashSet<Integer>();
        for (var line : lines) {
            var kept = shown.get(line.id());
            if (kept == null) {
                rejections.add(
                        Rejection.of(line.line(), "id", FILE_UNKNOWN.reason().code()));
                continue;
            }
            var other = line.said().entrySet().stream()
                    .filter(said -> !kept.getOrDefault(said.getKey(), Set.of()).contains(said.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (other.isEmpty()) unchanged.add(line.line());
            else {
                // what stands in the cells is the person's; the columns are nobody's
                String titles = other.stream().map(line.titles()::get).collect(joining("、"));
                rejections.add(Rejection.of(
                        line.line(), other.getFirst(), FILE_DIFFERS.reason().code(), titles));
            }
        }
        return new Judged(rejections, unchanged);
    }
}
