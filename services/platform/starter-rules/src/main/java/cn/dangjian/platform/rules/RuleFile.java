package cn.dangjian.platform.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** A list as data on the class path: CSV in UTF-8, its columns named by the first line, comments behind {@code #}. */
public final class RuleFile {

    private RuleFile() {}

    /** The rows of {@code rules/<name>}, in their order. */
    public static List<NamedCsvRecord> read(String name) {
        return readAll("/rules/" + name);
    }

    /**
     * The rows of a file.
     *
     * @param path absolute on the class path
     */
    public static List<NamedCsvRecord> readAll(String path) {
        try (var stream = open(path);
                var csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(stream, UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of files of {@code rules/}, one behind the other; another one says that they say something else. */
    public static long checksum(List<String> names) {
        var crc = new CRC32();
        for (String name : names) {
            try (var stream = open("/rules/" + name)) {
                crc.update(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return crc.getValue();
    }

    private static InputStream open(String path) throws IOException {
        var stream = RuleFile.class.getResourceAsStream(path);
        if (stream == null) throw new FileNotFoundException(path);
        return stream;
    }
}
