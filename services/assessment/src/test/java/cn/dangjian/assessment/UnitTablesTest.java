package cn.dangjian.assessment;

import cn.dangjian.testkit.TablesOfUnits;

class UnitTablesTest extends TablesOfUnits {}
