package cn.dangjian.organization;

import cn.dangjian.testkit.TablesOfUnits;

class UnitTablesTest extends TablesOfUnits {}
