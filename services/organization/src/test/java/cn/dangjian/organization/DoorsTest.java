package cn.dangjian.organization;

import cn.dangjian.testkit.DoorRules;

class DoorsTest extends DoorRules {}
