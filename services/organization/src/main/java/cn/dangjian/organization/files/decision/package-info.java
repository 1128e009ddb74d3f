/** 批量审批: one word about all proposals of a file, worked off in the background and seen while it is. */
@NullMarked
package cn.dangjian.organization.files.decision;

import org.jspecify.annotations.NullMarked;
