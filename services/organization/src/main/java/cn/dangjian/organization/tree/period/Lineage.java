package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.UnitId;

/** 沿革: one unit came out of another. */
public record Lineage(UnitId predecessor, UnitId successor) {}
