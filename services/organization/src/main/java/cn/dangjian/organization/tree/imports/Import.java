package cn.dangjian.organization.tree.imports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An import of one province's divisions.
 *
 * @param foundedOn since when its units exist, if the province was not in the tree before; null for the day on which it is
 *     applied
 * @param subject on whose behalf
 * @param queuedAt when its application was asked for
 */
public record Import(
        long id,
        String provinceCode,
        String provinceName,
        @Nullable LocalDate foundedOn,
        State state,
        String subject,
        LocalDateTime openedAt,
        @Nullable LocalDateTime queuedAt,
        @Nullable LocalDateTime finishedAt) {

    /** How far an import has come. */
    public enum State {
        /** Takes files. */
        UPLOADING,
        /** Waits for a worker. */
        QUEUED,
        /** Is being applied, by the process that holds its lease. */
        APPLYING,
        /** Its units are in the tree. */
        DONE,
        /** Stopped by a fault of the platform; asking for its application again goes on where it stopped. */
        FAILED
    }
}
