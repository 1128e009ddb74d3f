package cn.dangjian.platform.sheets;

import cn.dangjian.platform.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows one by one and keeps none of them; the first is the header. */
public interface SheetReader extends AutoCloseable {

    /** @param line the line of the file, or the row of the sheet, the first being 1 */
    record Row(int line, List<String> cells) {}

    /**
     * The next row that is not empty; null after the last one.
     *
     * @throws ProblemException 422 {@code sheet...} if the file is not what it should be, or larger than it may be
     */
    @Nullable
    Row next();

    /** What people call the sheet that is read, once a row of it was; empty if there are no sheets. */
    default String sheet() {
        return "";
    }

    /** Whether its numbers count days from 1904 on; known once a row was read. */
    default boolean from1904() {
        return false;
    }

    @Override
    void close();
}
