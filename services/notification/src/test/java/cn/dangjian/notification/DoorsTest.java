package cn.dangjian.notification;

import cn.dangjian.testkit.DoorRules;

class DoorsTest extends DoorRules {}
