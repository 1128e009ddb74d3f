package cn.dangjian.member.person.affiliation;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody takes part in the work of a unit that is not his own.
 *
 * @param toOn its last day; 9999-12-31 while it goes on
 */
record Affiliation(
        long id,
        long member,
        UnitId unit,
        String unitName,
        Sort sort,
        LocalDate fromOn,
        LocalDate toOn,
        @Nullable String document) {

    enum Sort {
        /** 功能型: the unit has no members of its own. */
        FUNCTIONAL,
        /** 列席: the unit has members of its own, and he is its guest. */
        GUEST
    }
}
