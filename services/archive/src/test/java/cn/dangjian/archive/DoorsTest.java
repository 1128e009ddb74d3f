package cn.dangjian.archive;

import cn.dangjian.testkit.DoorRules;

class DoorsTest extends DoorRules {}
