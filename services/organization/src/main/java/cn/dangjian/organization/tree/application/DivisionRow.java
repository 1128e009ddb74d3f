package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.rule.DivisionKind;
import org.jspecify.annotations.Nullable;

/** A row of a file: a division that makes sense by itself, or what is wrong with it. */
sealed interface DivisionRow {

    int line();

    /** @param homemade characters of its name that are to be looked at; null if there are none */
    record Good(
            int line,
            String code,
            String parentCode,
            String name,
            DivisionKind kind,
            @Nullable String homemade) implements DivisionRow {}

    /**
     * @param code the row's code as far as it can be read
     * @param value what is wrong
     */
    record Bad(
            int line,
            @Nullable String code,
            Reason reason,
            @Nullable String value) implements DivisionRow {}
}
