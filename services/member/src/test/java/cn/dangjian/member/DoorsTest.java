package cn.dangjian.member;

import cn.dangjian.testkit.DoorRules;

class DoorsTest extends DoorRules {}
