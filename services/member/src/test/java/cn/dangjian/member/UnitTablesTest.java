package cn.dangjian.member;

import cn.dangjian.testkit.TablesOfUnits;

class UnitTablesTest extends TablesOfUnits {}
