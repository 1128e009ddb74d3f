package cn.dangjian.platform.files.export;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;

/** One sort of export. A service that has beans of this type exports at {@code POST /v1/exports}. */
public interface Export {

    /** How many rows a page has, about. */
    int ROWS = 2000;

    /** A row and its place in the order, at a unit; the next page begins after the last one's. */
    record Line(String path, long unit, long id, List<String> cells) {

        public static final Line START = new Line("", 0, 0, List.of());
    }

    /** Names it in requests. */
    String what();

    /** Names it in Chinese, also its file. */
    String title();

    List<Column> columns();

    /** Whether it can be asked for as it was on an earlier day. */
    default boolean isOfDays() {
        return false;
    }

    /**
     * Whether it shows of people what is masked elsewhere. Whoever asks for it says what for, and {@link #made} hears of it
     * before anything is sent.
     */
    default boolean isForPurpose() {
        return false;
    }

    /** Throws what refuses somebody who may not have it; asked before anything is read. */
    default void admit(Caller caller) {}

    /**
     * Hears that a file was made, and what for; what it throws is answered instead of the file.
     *
     * @param rows how many the file has
     */
    default void made(Caller caller, String purpose, int rows) {}

    /** The next lines in the order of the tree; none behind the last one. */
    List<Line> list(LocalDate day, Line after, Scope scope);
}
