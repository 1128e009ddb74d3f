package cn.dangjian.assessment;

import cn.dangjian.testkit.DoorRules;

class DoorsTest extends DoorRules {}
