package cn.dangjian.member;

import cn.dangjian.testkit.SettingsRules;

class SettingsTest extends SettingsRules {}
