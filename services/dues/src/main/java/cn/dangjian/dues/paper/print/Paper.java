package cn.dangjian.dues.paper.print;

import java.util.List;

/**
 * What is to be printed, from top to bottom.
 *
 * @param title at the head, and the title of the file
 */
public record Paper(Format format, String title, List<Part> parts) {

    /** Who booked something, as it stands on paper: dues knows no names of clerks. */
    public static String clerk(String subject) {
        return subject.replace("account:", "账号");
    }

    /** How large the pages are. */
    public enum Format {
        /** A4, upright. */
        PAGE,
        /** A5, lying. */
        SLIP
    }

    /** A piece of it. */
    public sealed interface Part {}

    /** A paragraph; broken into lines where it is too long. */
    public record Text(String text, boolean strong) implements Part {

        /** In the usual size. */
        public static Text of(String text) {
            return new Text(text, false);
        }
    }

    /** Rows of cells below a head, with lines around them; the head is repeated on each page. */
    public record Table(List<Column> columns, List<List<String>> rows) implements Part {

        public Table {
            for (var row : rows)
                if (row.size() != columns.size())
                    throw new IllegalArgumentException("A row has a cell for each column");
        }
    }

    /** @param share of the width, in relation to the other columns */
    public record Column(String head, int share) {}
}
