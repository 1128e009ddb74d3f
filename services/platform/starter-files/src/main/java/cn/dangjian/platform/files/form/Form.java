package cn.dangjian.platform.files.form;

import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One sort of file. A service that has beans of this type takes files at {@code POST /v1/intakes}; it needs the tables of
 * {@code db/files}.
 */
public interface Form {

    /** @param cells in the order of the form's columns, whatever their order in the file; what has no column is behind them */
    record Row(int line, List<String> cells) {}

    /**
     * On whose behalf rows are taken, and what counts for all of them.
     *
     * @param document the number of the document (批准文号); only where the form needs one
     * @param on from which day on; only where the form needs one
     * @param reason why on a day that is over
     * @param file where a row speaks of another one that is not taken with it
     */
    record Order(
            long intake,
            Caller caller,
            @Nullable String document,
            @Nullable LocalDate on,
            @Nullable String reason,
            File file) {}

    /** All rows of the file, whatever became of them or will. */
    @FunctionalInterface
    interface File {

        /** By their lines, so many at a time that they fit into memory. */
        void read(Consumer<List<Row>> some);
    }

    /** Names the form in requests and in the table: at most 16 capital letters. */
    String what();

    /** What a clerk is told of its columns, in the document of the service. */
    String help();

    List<Column> columns();

    /** Keys of columns that a file need not have. */
    Set<String> optional();

    /** Keys and titles of an export's other columns: a file that was corrected may still have them. */
    Set<String> leftOut();

    /** Whether the rows need a document and a day. */
    default boolean isDecided() {
        return false;
    }

    /**
     * Whether rows speak of people. Such rows are stored sealed, and are given back to nobody but who sent them. What a
     * rejection's text speaks of is stored in the clear: a form of people names a limit, a code or a unit there, never what
     * stands in a cell; {@link Cells} names the column instead.
     */
    default boolean isPersonal() {
        return false;
    }

    /** Rows of lower turns are taken first, those of one turn by their lines: a row may need another one before it. */
    default int turn(Row row) {
        return 0;
    }

    /** How many rows are taken together, in one transaction. */
    default int atOnce() {
        return 1000;
    }

    /**
     * What became of rows; those that are not named were applied.
     *
     * @param unchanged the lines that say what is so already, as those of an export do that is sent back
     */
    record Judged(List<Rejection> rejections, Set<Integer> unchanged) {

        public Judged(List<Rejection> rejections) {
            this(rejections, Set.of());
        }
    }

    /**
     * Takes the rows that are right by what the caller may do and see now; answers the others. Runs in the transaction
     * that stores what became of them, which is repeated if it fails.
     */
    Judged take(List<Row> rows, Order order);
}
