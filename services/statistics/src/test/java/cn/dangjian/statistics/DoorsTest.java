package cn.dangjian.statistics;

import cn.dangjian.testkit.DoorRules;

class DoorsTest extends DoorRules {}
