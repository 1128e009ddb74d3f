package cn.dangjian.organization.files.form;

import cn.dangjian.organization.sheet.Column;
import cn.dangjian.organization.sheet.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One sort of file. */
public interface Form {

    /** What the rows are. */
    enum What {
        /** 单位台账. */
        REGISTER,
        /** 班子成员. */
        TEAMS,
        /** 设立党组织. */
        UNITS
    }

    /** @param cells in the order of the form's columns, whatever their order in the file */
    record Row(int line, List<String> cells) {}

    /**
     * On whose behalf rows are taken, and what counts for all of them.
     *
     * @param document the number of the document (批准文号); only where the form needs one
     * @param on from which day on; only where the form needs one
     * @param reason why on a day that is over
     */
    record Order(
            long intake,
            Caller caller,
            @Nullable String document,
            @Nullable LocalDate on,
            @Nullable String reason) {}

    What what();

    List<Column> columns();

    /** Keys of columns that a file need not have. */
    Set<String> optional();

    /** Keys and titles of an export's other columns: a file that was corrected may still have them. */
    Set<String> leftOut();

    /** Whether the rows need a document and a day. */
    default boolean isDecided() {
        return false;
    }

    /** Takes the rows that are right by what the caller may do and see now; answers the others. */
    List<Rejection> take(List<Row> rows, Order order);
}
