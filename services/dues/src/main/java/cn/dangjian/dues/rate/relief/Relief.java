package cn.dangjian.dues.rate.relief;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a committee has decided.
 *
 * @param id of the case in which it was decided
 * @param toMonth the first month for which it does not count any more
 * @param fen what he pays a month at most; 0 if nothing
 * @param document by which it was decided
 * @param endDocument by which it was ended before its time; null if it was not
 */
public record Relief(
        long id,
        long member,
        LocalDate fromMonth,
        LocalDate toMonth,
        long fen,
        String document,
        LocalDate decidedOn,
        @Nullable String endDocument) {}
