package cn.dangjian.organization.field.contact;

import cn.dangjian.platform.directory.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An official who has contact points.
 *
 * @param unitId the unit whose office keeps the log
 * @param path of that unit
 * @param accountId the official's own account, if there is one
 */
record Leader(
        long id,
        UnitId unitId,
        String path,
        String name,
        String duty,
        @Nullable Long accountId) {}
