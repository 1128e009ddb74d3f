package cn.dangjian.organization.tree.imports;

import org.jspecify.annotations.Nullable;

/**
 * A file of an import and what has become of its rows.
 *
 * @param length how many bytes have arrived
 * @param complete whether the client has said that no more will come
 * @param rowsRead null until it was read; then the sum of the other four once it is applied
 * @param applied whether its units are in the tree
 */
public record ImportFile(
        DivisionFile file,
        long length,
        boolean complete,
        @Nullable Integer rowsRead,
        int established,
        int changed,
        int unchanged,
        int rejected,
        boolean applied) {}
