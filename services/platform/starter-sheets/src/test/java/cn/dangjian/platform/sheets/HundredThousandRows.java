package cn.dangjian.platform.sheets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Writes and reads so many rows of so many columns in both formats, in a process of its own. */
final class HundredThousandRows {

    static final int ROWS = 100_000;
    private static final int COLUMNS = 12;

    private HundredThousandRows() {}

    public static void main(String[] args) throws IOException {
        var columns = IntStream.range(0, COLUMNS)
                .mapToObj(i -> Column.text("c" + i, "列" + i))
                .toList();
        var titles = columns.stream().map(Column::title).toList();
        for (var format : Format.values()) {
            var file = Files.createTempFile("rows-", ".tmp");
            try {
                try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                        var sheet = format.writer(out, columns, titles)) {
                    for (int i = 0; i < ROWS; i++) sheet.row(row(i));
                }
                System.out.println(format + " " + read(format, file));
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int read(Format format, Path file) {
        int rows = 0;
        try (var reader = format.reader(file, new SheetLimits(ROWS, COLUMNS, 200, 512 << 20))) {
            while (reader.next() != null) rows++;
        }
        return rows;
    }

    private static List<String> row(int number) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(i -> "虚构单位" + number + "-" + i)
                .toList();
    }
}
