package cn.dangjian.task.preview;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;

/** A unit that something would reach, or not, for people. */
public record Named(UnitId unit, String name, Tier tier) {}
