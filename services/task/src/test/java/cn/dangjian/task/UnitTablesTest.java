package cn.dangjian.task;

import cn.dangjian.testkit.TablesOfUnits;

class UnitTablesTest extends TablesOfUnits {}
