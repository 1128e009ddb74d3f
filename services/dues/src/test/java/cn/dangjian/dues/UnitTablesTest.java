package cn.dangjian.dues;

import cn.dangjian.testkit.TablesOfUnits;

class UnitTablesTest extends TablesOfUnits {}
