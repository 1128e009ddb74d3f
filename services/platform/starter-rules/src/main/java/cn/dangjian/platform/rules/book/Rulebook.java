package cn.dangjian.platform.rules.book;

import cn.dangjian.platform.rules.RuleFile;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Other rooms ask here what holds on a day. */
@Component
public class Rulebook {

    private final RuleRows rows;
    private final SettingTable settings;

    Rulebook(RuleRows rows, SettingTable settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * The parts of the tree for which other rules hold on a day than on one before: the paths of their tops; absent if
     * it is all of the tree.
     */
    public Optional<Set<String>> listBegun(LocalDate after, LocalDate until) {
        var from = after.plusDays(1);
        var to = until.plusDays(1);
        return rows.anyBegins(from, to) ? Optional.empty() : Optional.of(settings.listPaths(from, to));
    }

    /**
     * Of the files that regulations are written in; another one says that they say something else.
     *
     * @param more files of {@code rules/} beside the numbers
     */
    public long checksum(String... more) {
        return RuleFile.checksum(
                Stream.concat(Stream.of(RuleRows.FILE), Stream.of(more)).toList());
    }

    /** All rules as they are on a day, with what has been set for parts of the tree; one query, for many questions. */
    public Rules on(LocalDate day) {
        return new Rules(day, rows, settings.listAll(day));
    }
}
