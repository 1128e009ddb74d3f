package cn.dangjian.organization.tree.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** A file of rules beside the code: numbers of a regulation are data. */
final class RuleFile {

    private RuleFile() {}

    static List<NamedCsvRecord> read(String name) {
        try (var stream = RuleFile.class.getResourceAsStream("/rules/" + name)) {
            if (stream == null) throw new FileNotFoundException("/rules/" + name);
            try (var csv = CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(new InputStreamReader(stream, UTF_8))) {
                return csv.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
